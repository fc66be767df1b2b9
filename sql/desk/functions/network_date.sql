/* Business date of the network, whose months bookings follow. */
create or replace function desk.network_date(p_at timestamptz) returns date
language sql stable set search_path = '' as $$ select core.business_date(p_at, core.setting('network_timezone')) $$;
comment on function desk.network_date is 'Business date of the network.';
