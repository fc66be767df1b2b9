/* Trigger: what explains a pair never changes; only the way of its EMI money and its reversal are added, each once. */
create or replace function network.keep_pair() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and (old.state = 'live' or (new.state = 'reversed' and old.reversal_id is null))
     and (old.emi_placed_at is null or (new.emi_placed_at, new.emi_surplus) = (old.emi_placed_at, old.emi_surplus))
     and to_jsonb(new) - '{state,reversed_at,reversal_id,emi_placed_at,emi_surplus}'::text[] = to_jsonb(old) - '{state,reversed_at,reversal_id,emi_placed_at,emi_surplus}'::text[] then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'network.pairs', 'operation', tg_op));
  return null;
end $$;
comment on function network.keep_pair is 'Trigger: what explains a pair never changes.';
