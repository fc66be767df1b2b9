/* Law: a cancelled booking gives back what was paid from outside, in the books once it is said to have left and not before. Of bookings
   changed since p_since, or of all. */
create or replace function ev.refund_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a refund gives back what was paid', 'booking ' || b.reference, p.paid || case when b.refunded_at is null then ', nothing left' else ', all of it left' end, b.refund || ', ' || j.left || ' left'
    from ev.bookings b
    cross join lateral (select coalesce(sum(x.amount), 0) as paid from ev.payments x where x.booking_id = b.id and x.source = 'external' and x.state = 'confirmed') p
    cross join lateral (select coalesce(sum(l.amount), 0) as left from ledger.journals x join ledger.lines l on l.journal_id = x.id join ledger.accounts a on a.id = l.account_id
        where x.cause = b.id and x.kind = 'booking_refund' and a.kind = 'customer_advances:external' and a.currency = b.currency
          -- EMI money that was swept comes back through the same account.
          and not exists (select from ledger.lines e join ledger.accounts r on r.id = e.account_id where e.journal_id = x.id and r.kind = 'EMI_RESERVE')) j
   where b.cancelled_at is not null and (p_since is null or greatest(b.booked_at, b.opened_at, b.cancelled_at, b.refunded_at) >= p_since)
     and (b.refund, j.left) is distinct from (p.paid, case when b.refunded_at is null then 0 else b.refund end)
$$;
comment on function ev.refund_faults is 'Refunds that are not what was paid.';
