/* Whether a role has a permission. */
create or replace function identity.may(p_role text, p_permission text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from identity.role_permissions where role = p_role and permission = p_permission)
$$;
comment on function identity.may is 'Whether a role has a permission.';
