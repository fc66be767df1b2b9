/* Net confirmed payments on a member's own bookings in the network's currency, EMI money included, minor units. */
create or replace function ev.net_paid(p_member bigint) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(b.paid), 0)::bigint from ev.bookings b where b.member_id = p_member and b.currency = core.setting('network_currency')
$$;
comment on function ev.net_paid is 'Net confirmed payments of a member.';
