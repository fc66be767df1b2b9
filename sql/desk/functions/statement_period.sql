/* First and last day of a statement: a named period as of today, which ends today when it is not over, or two given days. Refuses
   `invalid_input` at `period`, `from` or `to`: a name that is none, a day that is missing or in no reasonable century, an end before the
   beginning or after today. */
create or replace function desk.statement_period(p_period text, p_from date, p_to date, p_today date, out first_on date, out last_on date)
language plpgsql stable set search_path = '' as $$
declare
  v_month date := date_trunc('month', p_today)::date;
  v_year date := make_date(extract(year from p_today)::integer, core.setting('financial_year_month')::integer, 1);
begin
  if v_year > p_today then v_year := v_year - interval '1 year'; end if;
  case coalesce(p_period, 'month')
    when 'month' then first_on := v_month; last_on := p_today;
    when 'last_month' then first_on := v_month - interval '1 month'; last_on := v_month - 1;
    when 'year' then first_on := v_year; last_on := p_today;
    when 'last_year' then first_on := v_year - interval '1 year'; last_on := v_year - 1;
    when 'dates' then
      if p_from is null or p_from < '2000-01-01' or p_from > p_today then perform core.refuse('invalid_input', 'from'); end if;
      if p_to is null or p_to < p_from or p_to > p_today then perform core.refuse('invalid_input', 'to'); end if;
      first_on := p_from; last_on := p_to;
    else perform core.refuse('invalid_input', 'period');
  end case;
end $$;
comment on function desk.statement_period is 'First and last day of a statement.';
