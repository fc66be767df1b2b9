/* Net confirmed payments on a member's own bookings in the network's currency as they stood at an instant, minor units: what a cancellation gave
   back counts until then, EMI money that the reversal of a pair took back never does. */
create or replace function ev.net_paid_at(p_member bigint, p_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(case when b.cancelled_at > p_at then p.amount else p.amount - p.returned end), 0)::bigint
    from ev.bookings b join ev.payments p on p.booking_id = b.id and p.state = 'confirmed' and p.decided_at <= p_at
   where b.member_id = p_member and b.currency = core.setting('network_currency')
$$;
comment on function ev.net_paid_at is 'Net confirmed payments of a member at an instant.';
