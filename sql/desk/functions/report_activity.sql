/* What members did, day by day (or month by month): how many joined, signed in, changed anything, had a deposit credited, invested, each counted once; and the two sums from the ledger, by value date.
   Somebody is active who signed in or did something that the audit log keeps. */
create or replace function desk.report_activity(p_from date, p_until date, p_by text, p_currency text) returns jsonb
language sql stable set search_path = '' as $$
  with edges as (select core.setting('timezone') as zone, p_from::timestamp at time zone core.setting('timezone') as first_at, (p_until + 1)::timestamp at time zone core.setting('timezone') as end_at),
  joined as (select date_trunc(p_by, m.joined_at at time zone e.zone)::date as on_day, count(*) as n from identity.members m, edges e where m.joined_at >= e.first_at and m.joined_at < e.end_at group by 1),
  acted as (
    select date_trunc(p_by, l.at at time zone e.zone)::date as on_day, count(distinct l.actor_id) as active, count(distinct l.actor_id) filter (where l.action = 'sign_in') as signed_in
      from audit.log l cross join edges e join identity.members m on m.id = l.actor_id where l.at >= e.first_at and l.at < e.end_at group by 1),
  deposited as (
    select date_trunc(p_by, d.decided_at at time zone e.zone)::date as on_day, count(distinct d.member_id) as n
      from funding.deposits d, edges e where d.decided_at >= e.first_at and d.decided_at < e.end_at and d.state = 'approved' and d.currency = p_currency group by 1),
  invested as (
    select date_trunc(p_by, i.created_at at time zone e.zone)::date as on_day, count(distinct i.member_id) as n
      from invest.investments i, edges e where i.created_at >= e.first_at and i.created_at < e.end_at and i.currency = p_currency group by 1),
  moved as (
    select date_trunc(p_by, s.value_on::timestamp)::date as on_day, sum(s.credit - s.debit) filter (where s.kind = 'deposit' and s.account_kind = 'DEPOSIT') as deposited,
           sum(s.credit - s.debit) filter (where s.kind = 'investment' and s.account_kind = 'INVESTED') as invested
      from ledger.day_sums(p_currency, p_from, p_until) s group by 1),
  figures as (
    select g.on_day::date, coalesce(j.n, 0) as joined, coalesce(a.signed_in, 0) as signed_in, coalesce(a.active, 0) as active, coalesce(d.n, 0) as depositors, coalesce(m.deposited, 0) as deposited,
           coalesce(i.n, 0) as investors, coalesce(m.invested, 0) as invested
      from generate_series(date_trunc(p_by, p_from::timestamp), date_trunc(p_by, p_until::timestamp), ('1 ' || p_by)::interval) g (on_day)
      left join joined j on j.on_day = g.on_day left join acted a on a.on_day = g.on_day left join deposited d on d.on_day = g.on_day left join invested i on i.on_day = g.on_day left join moved m on m.on_day = g.on_day)
  select jsonb_build_object('some', exists (select from figures f where f.joined + f.active + f.depositors + f.investors > 0 or f.deposited <> 0 or f.invested <> 0),
    'rows', (select jsonb_agg(jsonb_build_object('on', f.on_day, 'joined', f.joined, 'signed_in', f.signed_in, 'active', f.active, 'depositors', f.depositors, 'deposited', core.format_amount(f.deposited, p_currency),
        'investors', f.investors, 'invested', core.format_amount(f.invested, p_currency)) order by f.on_day) from figures f),
    -- People are not added up over days: somebody who came twice is one person.
    'totals', (select jsonb_build_object('joined', sum(f.joined), 'deposited', core.format_amount(sum(f.deposited), p_currency), 'invested', core.format_amount(sum(f.invested), p_currency)) from figures f))
$$;
comment on function desk.report_activity is 'What members did, day by day.';
