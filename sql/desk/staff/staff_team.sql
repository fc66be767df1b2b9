-- owner: reader
/* Everybody who works here or did: those at work first, by name. How many could approve and how many could change roles. */
create or replace function desk.staff_team(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'roles.read');
begin
  return jsonb_build_object('people', (select coalesce(jsonb_agg(desk.json_colleague(s) || jsonb_build_object('me', s.id = v_caller.actor_id) order by s.active desc, s.name, s.id), '[]') from identity.staff s),
    'approvers', identity.staff_holding('requests.decide'), 'givers', identity.staff_holding('roles.write'));
end $$;
comment on function desk.staff_team is 'Everybody who works here or did.';
