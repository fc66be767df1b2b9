/* Law: a confirmed payment has its journal, one and of its amount; any other has none. The commission it earns has the same cause and is another's. Of payments decided since p_since, or of all. */
create or replace function ev.payment_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a vehicle payment is in the books once', 'payment ' || p.id, case p.state when 'confirmed' then '1 journal of ' || p.amount else 'no journal' end, p.state || ', ' || c.count || ' journals, ' || c.right || ' of them right'
    from ev.payments p join ev.bookings b on b.id = p.booking_id
    cross join lateral (select sum(d.count)::bigint as count, sum(d.right)::bigint as right from (
      select count(*) as count, count(*) filter (where j.id = p.journal_id and j.kind = case p.source when 'emi' then 'emi_payment'::ledger.journal_kind else 'booking_payment' end
               and exists (select from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = j.id and l.amount = -p.amount and a.currency = b.currency
                             and a.kind = case p.source when 'emi' then 'customer_advances:held' else 'customer_advances:external' end)
               and (p.source = 'external' or exists (select from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id = j.id and l.amount = p.amount and a.member_id = b.member_id and a.kind = 'EMI_RESERVE'))) as right
        from ledger.journals j where p.source <> 'payout' and j.cause = p.id and j.kind in ('booking_payment', 'emi_payment')
       union all
      -- One journal of a payout pays all of its bookings; which of it pays which is told by the payout.
      select count(*), count(*) filter (where j.cause = p.cause and j.kind = 'payout') from ledger.journals j where p.source = 'payout' and j.id = p.journal_id) d) c
   where (p_since is null or p.decided_at >= p_since) and (c.count, c.right) <> (case p.state when 'confirmed' then 1 else 0 end, case p.state when 'confirmed' then 1 else 0 end)
$$;
comment on function ev.payment_faults is 'Payments that are not in the books as decided.';
