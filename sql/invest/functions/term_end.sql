/* End date of a term (spec 3.2): DAYS n, WEEKS 7n, MONTHS added to the original start and clamped to the month's end. */
create or replace function invest.term_end(p_start date, p_duration integer, p_unit text) returns date
language sql immutable parallel safe set search_path = '' as $$
  select case p_unit when 'DAYS' then p_start + p_duration when 'WEEKS' then p_start + 7 * p_duration
         else (p_start + make_interval(months => p_duration))::date end
$$;
comment on function invest.term_end is 'End date of a term.';
