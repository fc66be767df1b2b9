/* How a person, member or staff, proves things: the authenticator in use, the one begun in this session, what is left of the recovery codes. */
create or replace function desk.auth_authenticator(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.caller_of(p_token);
  v_used uuid := identity.authenticator_in_use(v_caller.actor_id);
begin
  return jsonb_build_object('audience', v_caller.audience, 'assurance', v_caller.assurance, 'email', identity.email_of(v_caller), 'company', core.setting('company'),
    'required', v_caller.audience = 'staff' and identity.staff_need_authenticator(),
    'in_use', (select jsonb_build_object('id', a.id, 'since', a.confirmed_at, 'recovery_left', (select count(*) from identity.recovery_codes r where r.authenticator_id = a.id and r.used_at is null)) from identity.authenticators a where a.id = v_used),
    'begun', (select jsonb_build_object('id', a.id, 'sealed', a.sealed, 'challenge', c.id, 'expires_at', c.expires_at) from identity.authenticators a join identity.challenges c on c.authenticator_id = a.id
      where a.session_id = v_caller.session_id and a.confirmed_at is null and a.removed_at is null and c.purpose = 'authenticator_confirm' and c.used_at is null and c.invalidated_at is null and c.attempts < 5 and c.expires_at > clock_timestamp()),
    'withdrawals_from', (select m.withdrawals_from from identity.members m where v_caller.audience = 'member' and m.id = v_caller.actor_id and m.withdrawals_from > core.business_now()));
end $$;
comment on function desk.auth_authenticator is 'How a person proves things.';
