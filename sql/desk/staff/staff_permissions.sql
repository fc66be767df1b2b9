-- owner: reader
/* What each role may do. */
create or replace function desk.staff_permissions(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'roles.read');
begin
  return jsonb_build_object('role', v_caller.role, 'permissions', (select coalesce(jsonb_agg(jsonb_build_object('permission', p.permission, 'roles', p.roles) order by p.permission), '[]')
    from (select permission, jsonb_agg(role order by role) as roles from identity.role_permissions group by permission) p));
end $$;
comment on function desk.staff_permissions is 'What each role may do.';
