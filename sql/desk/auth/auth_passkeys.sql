/* The passkeys of a person, member or staff, and what a new one is made for. `subject` is what the passkey calls the person: an id. */
create or replace function desk.auth_passkeys(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.caller_of(p_token);
begin
  return jsonb_build_object('audience', v_caller.audience, 'assurance', v_caller.assurance, 'email', identity.email_of(v_caller), 'company', core.setting('company'), 'most', 5,
    'subject', coalesce((select m.public_id from identity.members m where v_caller.audience = 'member' and m.id = v_caller.actor_id), (select s.public_id from identity.staff s where v_caller.audience = 'staff' and s.id = v_caller.actor_id)),
    'passkeys', identity.passkeys_of(v_caller.actor_id));
end $$;
comment on function desk.auth_passkeys is 'The passkeys of a person.';
