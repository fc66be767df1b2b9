/* Law: a request key keeps its outcome, and the outcome of a move is a journal of the one who asked. Keys carry no order, so all of them
   are looked at, at night. The key of a sign-up has no outcome: whoever repeats it signs in. */
create or replace function ledger.key_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a request key keeps its outcome', 'key ' || k.operation || ' ' || k.key, case k.operation when 'move' then 'a journal of ' || k.actor_id else 'an outcome' end, coalesce(k.outcome::text, 'none')
    from ledger.request_keys k
    left join ledger.journals j on k.operation = 'move' and j.id = case when jsonb_typeof(k.outcome) = 'number' then k.outcome::bigint end and j.actor_id = k.actor_id
   where (k.outcome is null and k.operation <> 'sign_up') or (k.operation = 'move' and j.id is null)
$$;
comment on function ledger.key_faults is 'Request keys without their outcome.';
