/* Business dates that have begun in a plan's time zone and whose accrual is not finished there; also a finished one that a contract
   missed, because it was signed before midnight and committed after the run. */
create or replace function desk.worker_accrual_due() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
begin
  return jsonb_build_object('due', coalesce((select jsonb_agg(jsonb_build_object('as_of', d.as_of, 'timezone', d.timezone) order by d.as_of, d.timezone) from (
    select r.as_of, r.timezone from invest.accrual_runs r where r.state = 'running'
    union
    select z.today, z.timezone from (select t.timezone, core.business_date(v_at, t.timezone) as today from (select distinct p.timezone from invest.plans p) t) z
     where not exists (select from invest.accrual_runs r where r.timezone = z.timezone and r.as_of >= z.today)
       and exists (select from invest.investments i where i.state = 'active' and i.timezone = z.timezone and i.start_on < z.today)
    union
    select r.as_of, r.timezone from (select distinct on (x.timezone) x.timezone, x.as_of, x.state, x.horizon from invest.accrual_runs x order by x.timezone, x.as_of desc) r
     where r.state = 'finished' and exists (select from invest.investments i where i.touched_xid >= r.horizon and i.timezone = r.timezone and i.state = 'active' and i.parked_reason is null
       and i.start_on < r.as_of and invest.days_recorded(i.id) < least(i.days, r.as_of - i.start_on))) d), '[]'));
end $$;
comment on function desk.worker_accrual_due is 'Business dates whose accrual is due in a plan''s time zone.';
