/* First day of the calendar month of an instant in a time zone. */
create or replace function network.month_of(p_at timestamptz, p_zone text) returns date
language sql stable set search_path = '' as $$ select date_trunc('month', p_at at time zone p_zone)::date $$;
comment on function network.month_of is 'First day of the month of an instant.';
