/* Writes a note about a member for other staff. Refuses as identity.write_note. */
create or replace function desk.staff_note_write(p_token text, p_member uuid, p_body text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.note');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_note uuid;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'note', p_key, jsonb_build_array(p_member, p_body));
  if v_known is not null then return v_known; end if;
  v_note := identity.write_note(p_member, v_caller.actor_id, p_body, v_at);
  perform audit.write(v_at, v_caller, 'note_write', 'member', p_member::text, null, null, jsonb_build_object('note', v_note));
  return ledger.keep_outcome(v_caller.actor_id, 'note', p_key, jsonb_build_object('note', v_note));
end $$;
comment on function desk.staff_note_write is 'Writes a note about a member for other staff.';
