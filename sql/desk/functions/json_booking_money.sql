/* What was paid for a booking and what is due: payments, newest first, and the schedule. */
create or replace function desk.json_booking_money(p_booking ev.bookings) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'payments', (select coalesce(jsonb_agg(desk.json_booking_payment(p) order by p.submitted_at desc, p.id desc), '[]') from ev.payments p where p.booking_id = (p_booking).id),
    'schedule', (select coalesce(jsonb_agg(jsonb_build_object('no', s.no, 'due_on', s.due_on, 'amount', core.format_amount(s.amount, (p_booking).currency), 'paid', core.format_amount(s.paid, (p_booking).currency),
        'state', case when s.paid = s.amount then 'paid' when s.due_on < t.today then 'late' when s.due_on = t.today then 'due' else 'open' end) order by s.no), '[]') from ev.schedule(p_booking) s cross join (select desk.network_date(core.business_now()) as today) t))
$$;
comment on function desk.json_booking_money is 'What was paid for a booking and what is due.';
