/* Laws: what was recovered of a clawback is what its recoveries took; and what members owe together is what the clawback account says. */
create or replace function treasury.clawback_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'what was recovered is what was taken', 'clawback ' || c.id, c.recovered::text, coalesce(r.sum, 0)::text
    from treasury.clawbacks c left join lateral (select sum(r.amount) as sum from treasury.recoveries r where r.clawback_id = c.id) r on true
   where coalesce(r.sum, 0) <> c.recovered
  union all
  select 'what members owe is what the books say', 'clawbacks in ' || c.code, coalesce(o.owed, 0)::text, coalesce(b.balance, 0)::text
    from core.currencies c left join ledger.balances b on b.kind = 'clawback_receivable' and b.currency = c.code
    left join (select currency, sum(amount - recovered) as owed from treasury.clawbacks group by currency) o on o.currency = c.code
   where coalesce(b.balance, 0) <> coalesce(o.owed, 0)
$$;
comment on function treasury.clawback_faults is 'Clawbacks that do not add up.';
