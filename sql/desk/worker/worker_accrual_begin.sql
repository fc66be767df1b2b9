/* Begins the accrual of a business date, or answers the older one to finish first. */
create or replace function desk.worker_accrual_begin(p_as_of date) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_run record;
begin
  if p_as_of is null then perform core.refuse('invalid_input', 'as_of'); end if;
  select * into v_run from invest.accrue_begin(p_as_of, core.business_now());
  return jsonb_build_object('as_of', v_run.as_of, 'state', v_run.state, 'chunks', v_run.chunks);
end $$;
comment on function desk.worker_accrual_begin is 'Begins the accrual of a business date, or answers the older one to finish first.';
