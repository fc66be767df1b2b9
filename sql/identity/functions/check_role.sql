/* Refuses `invalid_input` at the field unless some permission is given to this role. */
create or replace function identity.check_role(p_role text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from identity.role_permissions where role = p_role) then perform core.refuse('invalid_input', 'role'); end if;
end $$;
comment on function identity.check_role is 'Refuses a role that does not exist.';
