/* Refuses what would leave the company unable to work: `too_few_approvers` when fewer than two people could approve, `nobody_gives_roles`
   when nobody could change roles any more. At the field that takes the permission away. A change that takes neither away is none of this. */
create or replace function identity.check_staff_change(p_staff identity.staff, p_role text, p_active boolean) returns void
language plpgsql stable set search_path = '' as $$
declare
  v_field text := case when p_active then 'role' else 'active' end;
  v_left integer;
begin
  if not (p_staff).active then return; end if;
  if identity.may((p_staff).role, 'requests.decide') and not (p_active and identity.may(p_role, 'requests.decide')) then
    v_left := identity.staff_holding('requests.decide') - 1;
    if v_left < 2 then perform core.refuse('too_few_approvers', v_field, jsonb_build_object('left', v_left::text)); end if;
  end if;
  if identity.may((p_staff).role, 'roles.write') and not (p_active and identity.may(p_role, 'roles.write')) then
    if identity.staff_holding('roles.write') < 2 then perform core.refuse('nobody_gives_roles', v_field); end if;
  end if;
end $$;
comment on function identity.check_staff_change is 'Refuses what would leave nobody to approve or to give roles.';
