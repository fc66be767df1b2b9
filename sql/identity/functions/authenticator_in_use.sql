/* The authenticator a person has confirmed and not removed; null when there is none. */
create or replace function identity.authenticator_in_use(p_actor bigint) returns uuid
language sql stable security definer set search_path = '' as $$
  select id from identity.authenticators where actor_id = p_actor and confirmed_at is not null and removed_at is null
$$;
comment on function identity.authenticator_in_use is 'The authenticator a person proves things with.';
