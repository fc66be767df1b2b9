/* Calendar day of an instant in a time zone. */
create or replace function core.business_date(p_at timestamptz, p_timezone text) returns date
language sql stable set search_path = '' as $$ select (p_at at time zone p_timezone)::date $$;
comment on function core.business_date is 'Calendar day of an instant in a time zone.';
