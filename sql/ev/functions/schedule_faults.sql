/* Law: the instalments of an opened booking are what its first payment left of the price, one after the other. Of bookings changed since p_since, or of all. */
create or replace function ev.schedule_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a schedule is what was left to pay', 'booking ' || b.reference, case when b.parts is null then 0 else b.price - b.first_payment end::text, s.sum || ' in ' || s.count || ' parts'
    from ev.bookings b
    cross join lateral (select coalesce(sum(i.amount), 0) as sum, count(*) as count, coalesce(bool_and(i.before = i.earlier), true) as in_order
        from (select x.amount, x.before, coalesce(sum(x.amount) over (order by x.no rows between unbounded preceding and 1 preceding), 0) as earlier from ev.instalments x where x.booking_id = b.id) i) s
   where b.opened_at is not null and (p_since is null or greatest(b.booked_at, b.opened_at, b.cancelled_at, b.refunded_at) >= p_since) and (s.sum <> case when b.parts is null then 0 else b.price - b.first_payment end or not s.in_order)
$$;
comment on function ev.schedule_faults is 'Schedules that are not what was left to pay.';
