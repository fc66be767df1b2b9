/* First day of the financial year (April to March) of a day. */
create or replace function payout.year_of(p_on date) returns date
language sql immutable set search_path = '' as $$
  select make_date(extract(year from p_on)::integer - case when extract(month from p_on) < 4 then 1 else 0 end, 4, 1)
$$;
comment on function payout.year_of is 'First day of the financial year of a day.';
