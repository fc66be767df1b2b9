/* Business dates that have begun in a plan's time zone and whose accrual is not finished. */
create or replace function desk.worker_accrual_due() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
begin
  return jsonb_build_object('dates', coalesce((select jsonb_agg(d.as_of order by d.as_of) from (
    select r.as_of from invest.accrual_runs r where r.state = 'running'
    union
    select z.today from (select distinct core.business_date(v_at, i.timezone) as today from (select distinct timezone from invest.investments where state = 'active') i) z
     where not exists (select from invest.accrual_runs r where r.as_of >= z.today and r.state = 'finished')
       and exists (select from invest.investments i where i.state = 'active' and i.start_on < z.today)) d), '[]'));
end $$;
comment on function desk.worker_accrual_due is 'Business dates that have begun in a plan''s time zone and whose accrual is not finished.';
