/* Laws 'days are recorded without a gap' and 'credits add up to the closed form' for the days that journals after p_after have credited
   and items after p_item have recorded: the day before is there, and the day's own credit is cum(k) - cum(k-1). What was true before
   stays true for the sum. */
create or replace function invest.new_day_faults(p_after bigint, p_item bigint) returns setof audit.fault
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with days as materialized (
    select i.id, i.amount, i.daily_rate, i.days, l.value_on - i.start_on as k
      from ledger.journals j join ledger.lines l on l.journal_id = j.id join invest.investments i on i.id = l.source_id
     where j.id > p_after and l.journal_id > p_after and j.kind = 'accrual' and l.source_id is not null
    union
    select i.id, i.amount, i.daily_rate, i.days, t.k from treasury.items t join invest.investments i on i.id = t.source_order where t.id > p_item and t.journal_kind = 'accrual')
  select f.law, 'investment ' || d.id, f.expected, f.found
    from days d
    left join invest.accruals a on a.investment_id = d.id and a.k = d.k
    cross join lateral (
      select 'days are recorded without a gap' as law, 'days 1 to ' || least(d.k, d.days) as expected, 'day ' || d.k || ' without the one before, or after the last' as found
       where d.k > d.days or (d.k > 1 and not exists (select from invest.accruals b where b.investment_id = d.id and b.k = d.k - 1))
      union all
      select 'credits add up to the closed form', (invest.cumulative(d.amount, d.daily_rate, d.k) - invest.cumulative(d.amount, d.daily_rate, d.k - 1))::text || ' on day ' || d.k, a.amount::text
       where a.amount <> invest.cumulative(d.amount, d.daily_rate, d.k) - invest.cumulative(d.amount, d.daily_rate, d.k - 1)) f;
end $$;
comment on function invest.new_day_faults is 'Days recorded lately that have a gap before them or another credit.';
