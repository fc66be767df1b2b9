/* Begins a look at a member's pages as the member sees them. The token is the web's (256 random bits); the session it opens reads and changes
   nothing, for a quarter of an hour. Refuses `not_found` (also of an account that is closed or claimed), `note_required`. */
create or replace function desk.staff_view_begin(p_token text, p_member uuid, p_reason text, p_new_token text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.view_as');
  v_known jsonb;
  v_member identity.members;
  v_reason text := core.clean_text(p_reason, 'reason', 1000);
  v_until timestamptz;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'view', p_key, jsonb_build_array(p_member, v_reason, encode(sha256(convert_to(coalesce(p_new_token, ''), 'UTF8')), 'hex')));
  if v_known is not null then return v_known; end if;
  select * into v_member from identity.members where public_id = p_member;
  if not found or v_member.status in ('closed', 'claimed') then perform core.refuse('not_found'); end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  v_until := identity.begin_view(p_new_token, v_member.id, v_caller.actor_id, v_reason);
  perform audit.write(core.business_now(), v_caller, 'view_begin', 'member', v_member.public_id::text, v_reason, p_on_behalf_of => v_member.id);
  return ledger.keep_outcome(v_caller.actor_id, 'view', p_key, jsonb_build_object('until', v_until));
end $$;
comment on function desk.staff_view_begin is 'Begins a look at a member''s pages as the member sees them.';
