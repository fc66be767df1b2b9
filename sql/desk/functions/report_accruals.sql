/* Returns by plan and day (or month), by the days they are for: what fell due, what of it was paid and what waits for the treasury. Due comes from accrual rows, each contract's stretch of them by key; what waits from the
   queue; the rest is what the ledger posted. Minor units. */
create or replace function desk.report_accruals(p_from date, p_until date, p_by text, p_currency text, p_plan uuid) returns jsonb
language sql stable set search_path = '' as $$
  with due as (
    select date_trunc(p_by, (i.start_on + a.k)::timestamp)::date as on_day, i.plan_id, count(distinct i.id) as contracts, sum(a.amount) as due
      from invest.investments i join invest.accruals a on a.investment_id = i.id and a.k between p_from - i.start_on and p_until - i.start_on
     where i.currency = p_currency and i.start_on < p_until and i.end_on >= p_from and (p_plan is null or i.plan_id = p_plan) group by 1, 2),
  waiting as (
    select date_trunc(p_by, t.value_on::timestamp)::date as on_day, i.plan_id, sum(t.amount) as sum
      from treasury.queues q join treasury.items t on t.queue_id = q.account_id and t.state = 'awaiting' and t.value_on between p_from and p_until and t.journal_kind = 'accrual'
      join invest.investments i on i.id = t.source_order where q.name = 'returns' and q.currency = p_currency group by 1, 2),
  figures as (
    select d.on_day, d.plan_id, p.name as plan, d.contracts, d.due, coalesce(w.sum, 0) as awaiting, d.due - coalesce(w.sum, 0) as paid
      from due d join invest.plans p on p.id = d.plan_id left join waiting w on w.on_day = d.on_day and w.plan_id = d.plan_id)
  select jsonb_build_object('some', exists (select from figures),
    'rows', coalesce((select jsonb_agg(jsonb_build_object('on', f.on_day, 'plan', f.plan, 'contracts', f.contracts, 'due', core.format_amount(f.due, p_currency), 'paid', core.format_amount(f.paid, p_currency), 'awaiting', core.format_amount(f.awaiting, p_currency))
        order by f.on_day, f.plan, f.plan_id) from figures f), '[]'),
    'totals', (select jsonb_build_object('due', core.format_amount(coalesce(sum(f.due), 0), p_currency), 'paid', core.format_amount(coalesce(sum(f.paid), 0), p_currency), 'awaiting', core.format_amount(coalesce(sum(f.awaiting), 0), p_currency)) from figures f),
    'parts', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id) from invest.plans p where p.currency = p_currency), '[]'))
$$;
comment on function desk.report_accruals is 'Returns by plan and day.';
