/* Opens every month before one that has begun, in order, where the cap of a draft left something over. */
create or replace function network.what_if_open_until(p_plan network.plan_versions, p_month date) returns void
language plpgsql volatile set search_path = '' as $$
declare v_month date;
begin
  loop
    select min(b.month_on) into v_month from network.what_if_backlogs b;
    exit when v_month is null or v_month >= p_month;
    perform network.what_if_open(p_plan, v_month);
  end loop;
end $$;
comment on function network.what_if_open_until is 'Months that have begun open under a draft.';
