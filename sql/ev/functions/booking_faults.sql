/* Law: what a booking says is paid is the sum of its confirmed payments less what was given back, for money from outside and own money apart. Of
   bookings with something decided since p_since, or of all. */
create or replace function ev.booking_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a booking is what was paid for it', 'booking ' || b.reference, s.external || ' and ' || s.emi, b.external || ' and ' || b.emi
    from ev.bookings b
    cross join lateral (select coalesce(sum(p.amount - p.returned) filter (where p.source = 'external'), 0) as external, coalesce(sum(p.amount - p.returned) filter (where p.source <> 'external'), 0) as emi
        from ev.payments p where p.booking_id = b.id and p.state = 'confirmed') s
   where (p_since is null or b.id = any (array(select x.id from ev.bookings x where greatest(x.booked_at, x.opened_at, x.cancelled_at, x.refunded_at) >= p_since union all select p.booking_id from ev.payments p where p.decided_at >= p_since)))
     and (s.external, s.emi) <> (b.external, b.emi)
$$;
comment on function ev.booking_faults is 'Bookings that are not what was paid for them.';
