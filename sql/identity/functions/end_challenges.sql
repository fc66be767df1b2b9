/* Withdraws every code that was asked for by a person who is signed in: what proves them has changed, so what was begun begins anew. */
create or replace function identity.end_challenges(p_actor bigint) returns void
language sql volatile security definer set search_path = '' as $$
  update identity.challenges c set invalidated_at = clock_timestamp()
    from identity.sessions s
   where s.id = c.session_id and s.actor_id = p_actor and c.used_at is null and c.invalidated_at is null
$$;
comment on function identity.end_challenges is 'Withdraws every code asked for by a person who is signed in.';
