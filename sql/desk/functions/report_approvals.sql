/* Decisions by person and month (or day): how many were approved and rejected, the sum of what was approved in one currency (minor units), and how long the requests had waited, in seconds: the median and the
   longest. A request that two people approved counts for each of them. */
create or replace function desk.report_approvals(p_from date, p_until date, p_by text, p_currency text, p_person uuid) returns jsonb
language sql stable set search_path = '' as $$
  with edges as (select core.setting('timezone') as zone, p_from::timestamp at time zone core.setting('timezone') as first_at, (p_until + 1)::timestamp at time zone core.setting('timezone') as end_at),
  decided as (
    select date_trunc(p_by, d.decided_at at time zone e.zone)::date as on_day, d.staff_id, s.name, d.decision, case when r.currency = p_currency then r.amount end as amount, extract(epoch from d.decided_at - r.created_at)::bigint as waited
      from edges e join approval.decisions d on d.decided_at >= e.first_at and d.decided_at < e.end_at join approval.requests r on r.id = d.request_id join identity.staff s on s.id = d.staff_id
     where p_person is null or s.public_id = p_person),
  figures as (
    select d.on_day, d.staff_id, d.name, count(*) filter (where d.decision = 'approve') as approved, count(*) filter (where d.decision = 'reject') as rejected, coalesce(sum(d.amount) filter (where d.decision = 'approve'), 0) as sum,
           percentile_disc(0.5) within group (order by d.waited) as median, max(d.waited) as longest
      from decided d group by d.on_day, d.staff_id, d.name)
  select jsonb_build_object('some', exists (select from figures),
    'rows', coalesce((select jsonb_agg(jsonb_build_object('on', f.on_day, 'person', f.name, 'approved', f.approved, 'rejected', f.rejected, 'sum', core.format_amount(f.sum, p_currency), 'median', f.median, 'longest', f.longest) order by f.on_day, f.name, f.staff_id) from figures f), '[]'),
    'totals', (select jsonb_build_object('approved', count(*) filter (where d.decision = 'approve'), 'rejected', count(*) filter (where d.decision = 'reject'), 'sum', core.format_amount(coalesce(sum(d.amount) filter (where d.decision = 'approve'), 0), p_currency),
        'median', percentile_disc(0.5) within group (order by d.waited), 'longest', max(d.waited)) from decided d),
    'parts', coalesce((select jsonb_agg(jsonb_build_object('id', s.public_id, 'name', s.name) order by s.name, s.id) from identity.staff s where s.role in ('finance', 'operations', 'admin')), '[]'))
$$;
comment on function desk.report_approvals is 'Decisions by person.';
