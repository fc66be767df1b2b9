/* Net confirmed payments on a member's own bookings at an instant, minor units of the network currency: what makes an active buyer. */
create or replace function network.buyer_total(p_member bigint, p_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$ select ev.net_paid_at(p_member, p_at) $$;
comment on function network.buyer_total is 'Net confirmed payments on a member''s own bookings at an instant.';
