/* What each member who stood in the tree before a day earned in the twelve months before it, minor units, and the whole months since placement: all
   that pairs, referrals and milestones credited to EARNINGS and EMI_RESERVE in the network's currency less what was taken back, before
   tax, from the lines of the ledger. Who left since is counted too. */
create or replace function network.income(p_until date) returns table (member_id bigint, months integer, earned bigint)
language sql stable set search_path = '' as $$
  select n.member_id, (extract(year from a.age) * 12 + extract(month from a.age))::integer, coalesce(-i.sum, 0)::bigint
    from network.nodes n cross join lateral (select age(p_until, (n.placed_at at time zone network.zone())::date) as age) a
    left join (
      select c.member_id, sum(l.amount) as sum
        from ledger.accounts c join ledger.lines l on l.account_id = c.id and l.value_on >= p_until - interval '12 months' and l.value_on < p_until
        join ledger.journals j on j.id = l.journal_id
       where c.kind in ('EARNINGS', 'EMI_RESERVE') and c.currency = (network.plan_on(p_until)).currency
         and (j.kind in ('pair', 'referral', 'milestone', 'clawback_recovery')
           -- A payout that comes back is no income: only what an item of these kinds had paid.
           or (j.kind = 'reversal' and exists (select from treasury.items t where t.id = l.source_id and t.journal_kind in ('pair', 'referral', 'milestone'))))
       group by c.member_id) i on i.member_id = n.member_id
   where n.member_id is not null and n.placed_at < p_until::timestamp at time zone network.zone()
$$;
comment on function network.income is 'What each member of the tree earned in twelve months.';
