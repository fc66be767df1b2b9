/* As identity.enter for staff who have stepped up and whose role has the permission (`not_permitted` otherwise). */
create or replace function identity.enter_staff(p_token text, p_permission text) returns identity.caller
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter(p_token, 'staff', 2::smallint);
begin
  if p_permission is not null and not identity.may(v_caller.role, p_permission) then
    perform core.refuse('not_permitted', null, jsonb_build_object('permission', p_permission));
  end if;
  return v_caller;
end $$;
comment on function identity.enter_staff is 'Finds out which member of staff is calling and that the role may do this.';
