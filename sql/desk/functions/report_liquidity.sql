/* What falls due in the next 52 weeks, week by week from p_from (tomorrow: what was due until today has been recorded): principal that comes back, returns of contracts in force, and what waits for funding already (in the first week), against what there is now: cash of members at the
   bank, and the two treasuries. `cash`, `returns_left` and `commission_left` are what would be left at the end of a week if nothing came in and everything due left. Minor units. */
create or replace function desk.report_liquidity(p_from date, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  with weeks as (select w.no, p_from + 7 * w.no as on_day from generate_series(0, 51) w (no)),
  terms as materialized (select i.amount, i.accrual_rate, i.start_on, i.end_on, i.days from invest.investments i where i.state = 'active' and i.currency = p_currency),
  principal as (select least(greatest((t.end_on - p_from) / 7, 0), 52) as no, sum(t.amount) as sum from terms t group by 1),
  -- What contracts have earned until the day before a week, once for each week and kind of contract: weeks are the differences.
  reached as (
    select n, sum(t.contracts * invest.earned_until(t.accrual_rate, greatest(least(t.days, p_from - 1 + 7 * n - t.start_on), 0))) as sum
      from (select x.accrual_rate, x.start_on, x.days, count(*) as contracts from terms x group by 1, 2, 3) t cross join generate_series(0, 52) n group by n),
  earned as (select r.n as no, lead(r.sum) over (order by r.n) - r.sum as sum from reached r),
  waiting as (select coalesce(sum(i.amount) filter (where q.name = 'returns'), 0) as returns, coalesce(sum(i.amount) filter (where q.name = 'commission'), 0) as commission
    from treasury.queues q join treasury.items i on i.queue_id = q.account_id and i.state = 'awaiting' where q.currency = p_currency),
  there as (select coalesce(sum(b.balance) filter (where b.kind like 'bank:client:%'), 0) as bank, coalesce(sum(b.balance) filter (where b.kind = 'treasury:returns'), 0) as returns, coalesce(sum(b.balance) filter (where b.kind = 'treasury:commission'), 0) as commission
    from ledger.balances b where b.currency = p_currency and b.member_id is null),
  due as (
    select w.no, w.on_day, coalesce(p.sum, 0) as principal, coalesce(e.sum, 0) + case w.no when 0 then q.returns else 0 end as returns, case w.no when 0 then q.commission else 0 end as commissions
      from weeks w cross join waiting q left join principal p on p.no = w.no left join earned e on e.no = w.no),
  figures as (
    select d.*, d.principal + d.returns + d.commissions as due, t.bank - sum(d.principal + d.returns + d.commissions) over (order by d.no) as cash, t.returns - sum(d.returns) over (order by d.no) as returns_left,
           t.commission - sum(d.commissions) over (order by d.no) as commission_left
      from due d cross join there t)
  select jsonb_build_object('some', exists (select from figures f where f.due > 0), 'bank', core.format_amount(t.bank, p_currency), 'returns_there', core.format_amount(t.returns, p_currency), 'commission_there', core.format_amount(t.commission, p_currency),
    'rows', (select jsonb_agg(jsonb_build_object('on', f.on_day, 'principal', core.format_amount(f.principal, p_currency), 'returns', core.format_amount(f.returns, p_currency), 'commissions', core.format_amount(f.commissions, p_currency), 'due', core.format_amount(f.due, p_currency),
        'cash', core.format_amount(f.cash, p_currency), 'returns_left', core.format_amount(f.returns_left, p_currency), 'commission_left', core.format_amount(f.commission_left, p_currency)) order by f.no) from figures f),
    'totals', (select jsonb_build_object('principal', core.format_amount(sum(f.principal), p_currency), 'returns', core.format_amount(sum(f.returns), p_currency), 'commissions', core.format_amount(sum(f.commissions), p_currency), 'due', core.format_amount(sum(f.due), p_currency)) from figures f))
    from there t
$$;
comment on function desk.report_liquidity is 'What falls due in the next 52 weeks.';
