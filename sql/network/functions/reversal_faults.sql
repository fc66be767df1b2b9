/* Law: a reversed pair has given back everything or owes the rest. Of pairs reversed since p_since, or of all. */
create or replace function network.reversal_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a reversed pair is given back or owed', 'pair ' || p.id, p.value || ' back or owed', coalesce(b.back, 0) || ' back, ' || coalesce(c.amount, 0) || ' owed'
    from network.pairs p join treasury.items i on i.id = p.item_id left join treasury.clawbacks c on c.cause = p.public_id
    left join lateral (select sum(l.amount)::bigint as back from ledger.lines l where l.journal_id = p.reversal_id and l.account_id in (i.credit_account_id, i.other_account_id)) b on true
   where (p_since is null or p.reversed_at >= p_since) and p.state = 'reversed' and i.state <> 'withdrawn' and coalesce(b.back, 0) + coalesce(c.amount, 0) <> p.value
$$;
comment on function network.reversal_faults is 'Reversed pairs that do not add up.';
