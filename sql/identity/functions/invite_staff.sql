/* Writes down a person who is to become staff: without work until somebody else has agreed. Refuses `email_taken` (also by a member, or while
   a member may still take it back), `invalid_input` (name, role). */
create or replace function identity.invite_staff(p_email text, p_name text, p_role text, p_at timestamptz) returns identity.staff
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_email text := identity.normal_email(p_email);
  v_name text := core.clean_text(p_name, 'name', 80);
  v_staff identity.staff;
begin
  if v_name is null then perform core.refuse('invalid_input', 'name'); end if;
  perform identity.check_role(p_role);
  if exists (select from identity.members where email = v_email) or identity.email_reserved(v_email) then perform core.refuse('email_taken', 'email'); end if;
  insert into identity.staff (email, name, role, active, created_at) values (v_email, v_name, p_role, false, p_at)
  on conflict on constraint staff_emails_are_unique do nothing returning * into v_staff;
  if v_staff.id is null then perform core.refuse('email_taken', 'email'); end if;
  return v_staff;
end $$;
comment on function identity.invite_staff is 'Writes down a person who is to become staff.';
