/* Gives a member of staff another role, work or no work, and the member they are. Every session of somebody whose role or work changes
   ends: what they see and may do begins anew with the next sign-in. Refuses `not_found`, `email_taken` when the address has become a
   member's, `member_linked`, and as identity.check_staff_change. */
create or replace function identity.change_staff(p_staff uuid, p_role text, p_active boolean, p_member bigint) returns identity.staff
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_before identity.staff;
  v_after identity.staff;
begin
  perform identity.lock_staff();
  select * into v_before from identity.staff where public_id = p_staff;
  if not found then perform core.refuse('not_found'); end if;
  perform identity.check_staff_change(v_before, p_role, p_active);
  if p_active and exists (select from identity.members m where m.email = v_before.email) then perform core.refuse('email_taken', 'email'); end if;
  if exists (select from identity.staff s where s.member_id = p_member and s.id <> v_before.id) then perform core.refuse('member_linked', 'member'); end if;
  update identity.staff set role = p_role, active = p_active, member_id = p_member where id = v_before.id returning * into v_after;
  if (v_after.role, v_after.active) is distinct from (v_before.role, v_before.active) then
    update identity.sessions set revoked_at = clock_timestamp() where audience = 'staff' and actor_id = v_before.id and revoked_at is null;
  end if;
  return v_after;
end $$;
comment on function identity.change_staff is 'Gives a member of staff another role, work or no work, and the member they are.';
