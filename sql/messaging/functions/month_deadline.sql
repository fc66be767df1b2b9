/* The same hour so many calendar months later, in a time zone; the last day of a month that has no such day. */
create or replace function messaging.month_deadline(p_from timestamptz, p_months integer, p_timezone text) returns timestamptz
language sql stable set search_path = '' as $$ select ((p_from at time zone p_timezone) + p_months * interval '1 month') at time zone p_timezone $$;
comment on function messaging.month_deadline is 'The same hour so many calendar months later.';
