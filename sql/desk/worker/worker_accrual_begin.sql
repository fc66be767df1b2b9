/* Begins the accrual of a business date, in one plan time zone or in all that are in use, or answers an older date to finish first. */
create or replace function desk.worker_accrual_begin(p_as_of date, p_timezone text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_run record;
  v_zone text;
  v_at timestamptz := core.business_now();
  v_chunks integer := 0;
begin
  if p_as_of is null then perform core.refuse('invalid_input', 'as_of'); end if;
  for v_zone in select z.timezone from (select distinct p.timezone from invest.plans p) z where (p_timezone is null or z.timezone = p_timezone)
      and (exists (select from invest.investments i where i.timezone = z.timezone and i.state = 'active') or exists (select from invest.accrual_runs r where r.timezone = z.timezone and r.state = 'running')) order by 1 loop
    select * into v_run from invest.accrue_begin(p_as_of, v_zone, v_at);
    if v_run.as_of <> p_as_of then
      return jsonb_build_object('as_of', v_run.as_of, 'state', v_run.state, 'chunks', v_run.chunks);
    end if;
    v_chunks := v_chunks + v_run.chunks;
  end loop;
  return jsonb_build_object('as_of', p_as_of, 'state', case when v_chunks = 0 then 'finished' else 'running' end, 'chunks', v_chunks);
end $$;
comment on function desk.worker_accrual_begin is 'Begins the accrual of a business date, in one plan time zone or in all that are in use, or answers an older date to finish first.';
