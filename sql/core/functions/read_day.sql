/* A day written YYYY-MM-DD; null for anything else, and for a day the calendar does not have. */
create or replace function core.read_day(p_text text) returns date
language sql stable set search_path = '' as $$
  select case when p_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_catalog.pg_input_is_valid(p_text, 'date') then to_date(p_text, 'YYYY-MM-DD') end
$$;
comment on function core.read_day is 'A day written YYYY-MM-DD.';
