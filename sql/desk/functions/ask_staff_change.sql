/* Opens the request for a change of staff. What is asked for and what it was asked about are frozen: whoever approves has read both.
   Refuses `invalid_input` (no reason, or nothing would change), `own_role`, `member_linked`, `not_found` (the member), `already_open`, and as
   identity.check_staff_change, so that nobody waits for an approval that cannot succeed. */
create or replace function desk.ask_staff_change(p_caller identity.caller, p_staff identity.staff, p_role text, p_active boolean, p_member_email text, p_reason text, p_at timestamptz) returns uuid
language plpgsql volatile set search_path = '' as $$
declare
  v_reason text := core.clean_text(p_reason, 'reason', 1000);
  v_email text := nullif(btrim(coalesce(p_member_email, '')), '');
  v_member identity.members;
begin
  if (p_staff).id = (p_caller).actor_id then perform core.refuse('own_role', 'role'); end if;
  perform identity.check_role(p_role);
  if p_active is null then perform core.refuse('invalid_input', 'active'); end if;
  if v_email is not null then
    select * into v_member from identity.members m where m.email = lower(v_email) and m.status not in ('closed', 'claimed');
    if not found then perform core.refuse('not_found', 'member'); end if;
    if exists (select from identity.staff s where s.member_id = v_member.id and s.id <> (p_staff).id) then perform core.refuse('member_linked', 'member'); end if;
  end if;
  if v_reason is null then perform core.refuse('note_required', 'reason'); end if;
  if (p_role, p_active, v_member.id) is not distinct from ((p_staff).role, (p_staff).active, (p_staff).member_id) then
    perform core.refuse('invalid_input', 'role', '{"reason": "nothing_changes"}');
  end if;
  perform identity.check_staff_change(p_staff, p_role, p_active);
  return approval.open('staff_role', (p_staff).public_id, (p_staff).name, null, null, (p_caller).actor_id, 'staff', null,
    jsonb_build_object('before', desk.json_standing(p_staff), 'after', jsonb_build_object('role', p_role, 'active', p_active, 'member', v_member.public_id), 'reason', v_reason), 1::smallint, p_at);
end $$;
comment on function desk.ask_staff_change is 'Opens the request for a change of staff.';
