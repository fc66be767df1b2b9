/* Asks that a member's account be suspended, or that this be lifted; somebody else approves. Refuses `not_found` (also of an account that is
   closed or claimed), `invalid_input` when it stands so already, `note_required`, `same_person` about oneself, `already_open`. */
create or replace function desk.staff_member_suspend(p_token text, p_member uuid, p_suspend boolean, p_reason text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.suspend');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_member identity.members;
  v_reason text := core.clean_text(p_reason, 'reason', 1000);
  v_request uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'suspension', p_key, jsonb_build_array(p_member, p_suspend, v_reason));
  if v_known is not null then return v_known; end if;
  select * into v_member from identity.members where public_id = p_member;
  if not found or v_member.status in ('closed', 'claimed') then perform core.refuse('not_found'); end if;
  if v_member.id = v_caller.member_id then perform core.refuse('same_person'); end if;
  if p_suspend is null or p_suspend = (v_member.status = 'suspended') then perform core.refuse('invalid_input', 'suspend', '{"reason": "nothing_changes"}'); end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  v_request := approval.open('suspension', v_member.public_id, '', null, null, v_caller.actor_id, 'staff', v_member.id, jsonb_build_object('suspend', p_suspend, 'reason', v_reason), 1::smallint, v_at);
  perform audit.write(v_at, v_caller, 'suspension_ask', 'member', v_member.public_id::text, v_reason);
  return ledger.keep_outcome(v_caller.actor_id, 'suspension', p_key, jsonb_build_object('request', v_request));
end $$;
comment on function desk.staff_member_suspend is 'Asks that a member''s account be suspended, or that this be lifted.';
