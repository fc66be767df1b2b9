/* Bookings and payments by vehicle and month (or day), days of the network: how many were booked and for what, how many were cancelled, what was paid from outside, from EMI money and by payouts, and what was
   given back, by value date of the journals. Paid less given back is what the accounts of customer advances grew by. */
create or replace function desk.report_sales(p_from date, p_until date, p_by text, p_currency text, p_vehicle uuid) returns jsonb
language sql stable set search_path = '' as $$
  with edges as (select core.setting('network_timezone') as zone, p_from::timestamp at time zone core.setting('network_timezone') as first_at, (p_until + 1)::timestamp at time zone core.setting('network_timezone') as end_at),
  moved as materialized (
    select l.value_on, l.cause, l.kind::text as kind, l.amount from ledger.accounts a cross join lateral ledger.statement(a.id, p_from, p_until) l
     where a.member_id is null and a.currency = p_currency and a.kind in ('customer_advances:held', 'customer_advances:external') and l.kind <> 'sweep'),
  facts as (
    select date_trunc(p_by, b.booked_at at time zone e.zone)::date as on_day, b.vehicle_id, 1 as booked, b.price as price, 0 as cancelled, 0::bigint as external, 0::bigint as emi, 0::bigint as returned
      from ev.bookings b, edges e where b.booked_at >= e.first_at and b.booked_at < e.end_at and b.currency = p_currency
    union all
    select date_trunc(p_by, b.cancelled_at at time zone e.zone)::date, b.vehicle_id, 0, 0, 1, 0, 0, 0
      from ev.bookings b, edges e where b.cancelled_at >= e.first_at and b.cancelled_at < e.end_at and b.currency = p_currency
    union all
    select date_trunc(p_by, m.value_on::timestamp)::date, b.vehicle_id, 0, 0, 0, case when p.source = 'external' then m.amount else 0 end, case when p.source <> 'external' then m.amount else 0 end, 0
      from moved m join ev.payments p on p.id = m.cause join ev.bookings b on b.id = p.booking_id where m.kind in ('booking_payment', 'emi_payment')
    union all
    select date_trunc(p_by, m.value_on::timestamp)::date, b.vehicle_id, 0, 0, 0, 0, 0, -m.amount from moved m join ev.bookings b on b.id = m.cause where m.kind = 'booking_refund'
    union all
    -- A payout pays parts of several bookings in one journal, and gives all of them back when it is reversed.
    select date_trunc(p_by, m.value_on::timestamp)::date, b.vehicle_id, 0, 0, 0, 0, case when m.amount > 0 then q.amount else 0 end, case when m.amount < 0 then q.amount else 0 end
      from moved m join payout.parts q on q.payout_id = m.cause join ev.bookings b on b.id = q.booking_id where m.kind not in ('booking_payment', 'emi_payment', 'booking_refund')),
  figures as (
    select f.on_day, v.id as vehicle_id, v.name as vehicle, sum(f.booked) as booked, sum(f.price) as price, sum(f.cancelled) as cancelled, sum(f.external) as external, sum(f.emi) as emi, sum(f.returned) as returned,
           sum(f.external + f.emi - f.returned) as net
      from facts f join ev.vehicles v on v.id = f.vehicle_id where p_vehicle is null or v.id = p_vehicle group by f.on_day, v.id, v.name)
  select jsonb_build_object('some', exists (select from figures),
    'rows', coalesce((select jsonb_agg(jsonb_build_object('on', f.on_day, 'vehicle', f.vehicle, 'booked', f.booked, 'price', core.format_amount(f.price, p_currency), 'cancelled', f.cancelled, 'external', core.format_amount(f.external, p_currency),
        'emi', core.format_amount(f.emi, p_currency), 'returned', core.format_amount(f.returned, p_currency), 'net', core.format_amount(f.net, p_currency)) order by f.on_day, f.vehicle, f.vehicle_id) from figures f), '[]'),
    'totals', (select jsonb_build_object('booked', coalesce(sum(f.booked), 0), 'price', core.format_amount(coalesce(sum(f.price), 0), p_currency), 'cancelled', coalesce(sum(f.cancelled), 0), 'external', core.format_amount(coalesce(sum(f.external), 0), p_currency),
        'emi', core.format_amount(coalesce(sum(f.emi), 0), p_currency), 'returned', core.format_amount(coalesce(sum(f.returned), 0), p_currency), 'net', core.format_amount(coalesce(sum(f.net), 0), p_currency)) from figures f),
    'parts', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.name, v.id) from ev.vehicles v where v.currency = p_currency), '[]'))
$$;
comment on function desk.report_sales is 'Bookings and payments by vehicle.';
