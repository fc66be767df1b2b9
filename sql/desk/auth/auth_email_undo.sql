/* Gives a member the old address back, by the words mailed to it: once, within 72 hours, unless the account is
   closed. Before staff's change of it has been approved, the words stop that instead. It undoes that change and every later one, so
   that nobody who changed it again keeps it; every session ends, what was begun ends, withdrawals stay paused, and both addresses are told. */
create or replace function desk.auth_email_undo(p_undo text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row identity.email_changes;
  v_member identity.members;
  v_at timestamptz := core.business_now();
  v_from timestamptz;
begin
  select * into v_row from identity.email_changes where undo_hash = sha256(convert_to(coalesce(p_undo, ''), 'UTF8'));
  if not found then return jsonb_build_object('outcome', desk.stop_recovery(p_undo, v_at)); end if;
  -- One undo of a member at a time: of two, the earlier change wins whichever comes first.
  select * into v_member from identity.members where id = v_row.member_id for no key update;
  if v_member.status = 'closed' then return '{"outcome": "expired"}'; end if;
  update identity.email_changes set undone_at = clock_timestamp() where id = v_row.id and undone_at is null and undo_until > clock_timestamp();
  if not found then return jsonb_build_object('outcome', case when exists (select from identity.email_changes where id = v_row.id and undone_at is not null) then 'used' else 'expired' end); end if;
  update identity.email_changes set undone_at = clock_timestamp() where member_id = v_row.member_id and changed_at > v_row.changed_at and undone_at is null;
  update identity.members set email = v_row.old_email where id = v_row.member_id;
  perform identity.end_challenges(v_row.member_id);
  update identity.sessions set revoked_at = clock_timestamp() where audience = 'member' and actor_id = v_row.member_id and revoked_at is null;
  v_from := identity.pause_withdrawals(v_row.member_id, v_at);
  perform outbox.mail('email_restored', e.email, v_member.language, jsonb_build_object('first_name', v_member.first_name, 'withdrawals_from', v_from))
     from (select v_row.old_email as email union select v_member.email) e;
  perform audit.write(v_at, (null, v_row.member_id, 'member', null, 1, v_row.member_id)::identity.caller, 'email_undo', 'member', v_row.member_id::text);
  return '{"outcome": "undone"}';
end $$;
comment on function desk.auth_email_undo is 'Gives a member the old address back, by the words mailed to it.';
