/* The days of a report, both ends included, and how they are put together (`day`, `month`). Without days: the last thirty, or the last twelve months. Refuses at the field: `invalid_input` (a
   way of putting together that is none, a day before 2000 or after today), `period_reversed`, and `period_too_long` (more than 366 single days, or more than ten years). */
create or replace function desk.report_period(p_from date, p_until date, p_by text, p_today date, out from_on date, out until_on date, out step text)
language plpgsql stable set search_path = '' as $$
declare v_most integer;
begin
  step := coalesce(p_by, 'day');
  if step not in ('day', 'month') then perform core.refuse('invalid_input', 'by'); end if;
  v_most := case step when 'day' then 366 else 3653 end;
  until_on := coalesce(p_until, p_today);
  if until_on < date '2000-01-01' or until_on > p_today then perform core.refuse('invalid_input', 'until'); end if;
  from_on := coalesce(p_from, case step when 'day' then until_on - 29 else (date_trunc('month', until_on) - interval '11 months')::date end);
  if from_on < date '2000-01-01' or from_on > p_today then perform core.refuse('invalid_input', 'from'); end if;
  if from_on > until_on then perform core.refuse('period_reversed', 'until'); end if;
  if until_on - from_on >= v_most then perform core.refuse('period_too_long', 'from', jsonb_build_object('days', v_most)); end if;
end $$;
comment on function desk.report_period is 'The days of a report.';
