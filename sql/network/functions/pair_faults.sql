/* Laws: a node's live pairs are numbered 1 to what it has matched; no more was made in a month than its plan's cap; and a pair's value and
   split are what its plan says of it and what its item pays; and its EMI money is used once. Of nodes touched
   and pairs made or placed since p_since, or of all. */
create or replace function network.pair_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a node''s live pairs are what it matched', 'node ' || n.id, n.matched - n.carried || ' pairs up to number ' || n.matched, count(p.id) || ' pairs up to number ' || coalesce(max(p.life), n.carried)
    from network.touched(p_since) t join network.nodes n on n.id = t left join network.pairs p on p.node_id = n.id and p.state = 'live' group by n.id having (n.carried + count(p.id), coalesce(max(p.life), n.carried)) is distinct from (n.matched::bigint, n.matched)
  union all
  select 'no month has more pairs than the cap', 'node ' || p.node_id || ' in ' || p.month_on, 'at most ' || v.monthly_pair_cap, count(*) || ' pairs'
    from network.touched(p_since) t join network.pairs p on p.node_id = t join network.plan_versions v on v.id = p.version_id group by p.node_id, p.month_on, v.monthly_pair_cap having count(*) > v.monthly_pair_cap
  union all
  select 'a pair is paid as its plan says', 'pair ' || p.id, v.pair_value || ' with ' || s.emi || ' to the reserve', p.value || ' with ' || p.emi || ', paid ' || coalesce(i.amount, 0) || ' with ' || coalesce(case when c.kind = 'EMI_RESERVE' then i.amount else i.other_amount end, 0)
    from network.pairs p join network.plan_versions v on v.id = p.version_id
    left join treasury.items i on i.id = p.item_id and i.journal_kind = 'pair' and i.cause = p.public_id
    left join ledger.accounts c on c.id = i.credit_account_id and c.member_id = p.member_id
    cross join lateral (select case when p.life <= v.first_full_pairs or p.buyer_total >= v.active_buyer_amount then 0 else round(v.pair_value * v.emi_rate * 0.01)::bigint end as emi) s
   where (p_since is null or p.matched_at >= p_since)
     and (p.value, p.emi, p.earnings, i.amount, coalesce(case when c.kind = 'EMI_RESERVE' then i.amount else i.other_amount end, 0)) is distinct from (v.pair_value, s.emi, v.pair_value - s.emi, p.value, p.emi)
  union all
  select 'EMI money of a pair is used once', 'pair ' || p.id, 'at most ' || p.emi, p.emi_surplus || ' surplus and ' || coalesce(y.sum, 0) || ' in bookings'
    from network.pairs p left join lateral (select sum(y.amount) as sum from ev.payments y where y.cause = p.public_id and y.source = 'emi') y on true
   where (p_since is null or p.matched_at >= p_since or p.emi_placed_at >= p_since) and p.emi_surplus + coalesce(y.sum, 0) > p.emi
$$;
comment on function network.pair_faults is 'Pairs that are not numbered, capped or paid as they must be.';
