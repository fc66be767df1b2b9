/* How many active people have a permission through their role. */
create or replace function identity.staff_holding(p_permission text) returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from identity.staff s where s.active and identity.may(s.role, p_permission)
$$;
comment on function identity.staff_holding is 'How many active people have a permission.';
