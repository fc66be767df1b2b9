/* Which code a step-up of this person asks for: of the authenticator in use (with its seal, and the step that is now), else a mailed one.
   A member of staff who must have an authenticator and has none is told to set one up. A passkey may answer in place of either code. */
create or replace function desk.auth_step_up_way(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.caller_of(p_token);
  v_used uuid := identity.authenticator_in_use(v_caller.actor_id);
begin
  return jsonb_build_object('way', case when v_used is null then 'mail' else 'authenticator' end, 'step', identity.authenticator_step(clock_timestamp())::text,
    'must_set_up', v_used is null and v_caller.audience = 'staff' and identity.staff_need_authenticator(),
    'authenticator', (select jsonb_build_object('id', a.id, 'sealed', a.sealed) from identity.authenticators a where a.id = v_used),
    'passkeys', identity.passkeys_of(v_caller.actor_id));
end $$;
comment on function desk.auth_step_up_way is 'Which code a step-up of this person asks for.';
