/* How an export stands for who looks at it: from the moment its time is over it is removed, whenever the sweep takes its bytes away. */
create or replace function desk.export_state(p_export office.exports) returns text
language sql stable set search_path = '' as $$
  select case when office.export_over(p_export, core.business_now()) then 'removed' else (p_export).state end
$$;
comment on function desk.export_state is 'How an export stands for who looks at it.';
