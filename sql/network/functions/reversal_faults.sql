/* Laws: a reversed pair has given back everything or owes the rest; and what members owe is what the clawback account says. */
create or replace function network.reversal_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a reversed pair is given back or owed', 'pair ' || p.id, p.value || ' back or owed', coalesce(b.back, 0) || ' back, ' || coalesce(c.amount, 0) || ' owed'
    from network.pairs p join treasury.items i on i.id = p.item_id left join network.clawbacks c on c.pair_id = p.id
    left join lateral (select sum(l.amount)::bigint as back from ledger.lines l where l.journal_id = p.reversal_id and l.account_id in (i.credit_account_id, i.other_account_id)) b on true
   where p.state = 'reversed' and i.state <> 'withdrawn' and coalesce(b.back, 0) + coalesce(c.amount, 0) <> p.value
  union all
  select 'what members owe is what the books say', 'clawbacks in ' || c.code, coalesce(o.owed, 0)::text, coalesce(b.balance, 0)::text
    from core.currencies c left join ledger.balances b on b.kind = 'clawback_receivable' and b.currency = c.code
    left join (select currency, sum(amount - recovered) as owed from network.clawbacks group by currency) o on o.currency = c.code
   where coalesce(b.balance, 0) <> coalesce(o.owed, 0)
$$;
comment on function network.reversal_faults is 'Reversed pairs and clawbacks that do not add up.';
