/* Puts those who were written down (identity.invite_staff) to work without anybody's approval: there is nobody yet who could. Refuses `already_set_up` when somebody works already, `too_few_approvers` unless two may approve, and
   `nobody_gives_roles` unless one may change roles, as must always be. Answers the number of who may change roles, the first. */
create or replace function identity.begin_with_staff() returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_first bigint;
begin
  perform identity.lock_staff();
  if exists (select from identity.staff s where s.active) or exists (select from identity.members) then perform core.refuse('already_set_up', null, '{"there": "staff"}'); end if;
  update identity.staff set active = true;
  if identity.staff_holding('requests.decide') < 2 then perform core.refuse('too_few_approvers', 'staff', jsonb_build_object('left', identity.staff_holding('requests.decide')::text)); end if;
  if identity.staff_holding('roles.write') < 1 then perform core.refuse('nobody_gives_roles', 'staff'); end if;
  select s.id into v_first from identity.staff s where identity.may(s.role, 'roles.write') order by s.id limit 1;
  return v_first;
end $$;
comment on function identity.begin_with_staff is 'Puts the first staff to work.';
