/* Due date of instalment n of a booking opened on a day: that day of the nth following month, clamped to the month's end. Always from the
   month of the first payment, so that a short month shortens no later one. */
create or replace function ev.due_on(p_opened_on date, p_day integer, p_n integer) returns date
language sql immutable set search_path = '' as $$
  select m.first + least(p_day, extract(day from m.first + interval '1 month' - interval '1 day')::integer) - 1
    from (select (date_trunc('month', p_opened_on::timestamp) + make_interval(months => p_n))::date as first) m
$$;
comment on function ev.due_on is 'Due date of an instalment.';
