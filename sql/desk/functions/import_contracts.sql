/* The contracts of an import as they can be read: plan and version found by name and number, the terms that follow, and what they have earned until the cut-over by the plan's closed form. Null where something cannot be read. Amounts in minor units. */
create or replace function desk.import_contracts(p_import office.imports) returns table (line integer, cells jsonb, plans bigint, plan_state text, version invest.plan_versions, amount bigint, start_on date, end_on date, earned bigint)
language sql stable set search_path = '' set enable_nestloop = off as $$
  -- Read once: a subquery would be read again wherever its columns are named.
  with t as materialized (
    select r.line, r.cells, core.read_amount(r.cells ->> 'amount', (p_import).currency) as amount, core.read_day(r.cells ->> 'start_on') as start_on from office.import_rows r where r.import_id = (p_import).id and r.kind = 'investments')
  select t.line, t.cells, p.count, p.state, v, t.amount, t.start_on, q.end_on, case when t.start_on <= (p_import).cutover_on then invest.cumulative(t.amount, v.daily_rate, (p_import).cutover_on - t.start_on) end
    from t
    cross join lateral (select count(*) as count, min(x.id::text)::uuid as id, min(x.state) as state from invest.plans x where x.name = t.cells ->> 'plan' and x.currency = (p_import).currency and x.state <> 'draft') p
    left join invest.plan_versions v on p.count = 1 and v.plan_id = p.id and v.version::text = t.cells ->> 'version' and v.state = 'active'
    left join lateral invest.quote(v, t.amount, t.start_on) q on v.id is not null and t.amount is not null and t.start_on is not null
$$;
comment on function desk.import_contracts is 'The contracts of an import as they can be read.';
