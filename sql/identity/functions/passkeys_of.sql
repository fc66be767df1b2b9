/* The passkeys a person may prove things with, the oldest first: what a browser has to be told to ask for one of them, and the key that its
   signature is verified with. */
create or replace function identity.passkeys_of(p_actor bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'credential', encode(p.credential_id, 'hex'), 'public_key', encode(p.public_key, 'hex'), 'transports', to_jsonb(p.transports),
    'name', p.name, 'added_at', p.added_at, 'used_at', p.used_at) order by p.added_at, p.id), '[]')
    from identity.passkeys p where p.actor_id = p_actor and p.removed_at is null
$$;
comment on function identity.passkeys_of is 'The passkeys a person may prove things with.';
