/* Laws: the parts of a payout are what of it pays instalments, each paid by it once it is approved; and what is reserved in bookings is what payouts that wait will pay. Over everything. */
create or replace function payout.part_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a payout pays the instalments it says', 'payout ' || p.reference, p.emi || case when p.journal_id is null then ', nothing yet' else ', all of it' end, x.parts || ', paid ' || x.paid
    from payout.payouts p
    cross join lateral (select coalesce(sum(t.amount), 0) as parts, coalesce(sum((select e.amount from ev.payments e where e.cause = p.id and e.source = 'payout' and e.booking_id = t.booking_id and e.journal_id = p.journal_id)), 0) as paid
        from payout.parts t where t.payout_id = p.id) x
   where (x.parts, x.paid) <> (p.emi, case when p.journal_id is null then 0 else p.emi end)
  union all
  select 'what is reserved is what payouts will pay', 'booking ' || b.reference, coalesce(w.sum, 0)::text, b.reserved::text
    from ev.bookings b
    left join (select t.booking_id, sum(t.amount) as sum from payout.parts t join payout.payouts p on p.id = t.payout_id where p.state = 'pending' group by t.booking_id) w on w.booking_id = b.id
   where b.reserved <> coalesce(w.sum, 0)
$$;
comment on function payout.part_faults is 'Instalments of payouts that are not reserved or paid as said.';
