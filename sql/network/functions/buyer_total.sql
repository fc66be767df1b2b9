/* Net confirmed payments on a member's own bookings at an instant, minor units of the network currency: what makes an active buyer. Nobody
   can book in this release, so it is nothing for everybody; with bookings this asks them. */
create or replace function network.buyer_total(p_member bigint, p_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select 0::bigint where p_member is not null and p_at is not null
$$;
comment on function network.buyer_total is 'Net confirmed payments on a member''s own bookings at an instant.';
