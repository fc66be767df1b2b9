/* Refuses what is being done: raises the problem's SQLSTATE with the code as message and {field, params} as detail.
   Everything the transaction wrote is undone with it; what must survive is returned by its function instead. */
create or replace function core.refuse(p_code text, p_field text default null, p_params jsonb default '{}') returns void
language plpgsql volatile set search_path = '' as $$
declare v_state text;
begin
  select sqlstate into v_state from core.problem_codes where code = p_code;
  if v_state is null then
    raise exception 'unregistered problem code %', p_code using errcode = 'XX000';
  end if;
  raise exception using errcode = v_state, message = p_code, detail = jsonb_build_object('field', p_field, 'params', p_params)::text;
end $$;
comment on function core.refuse is 'Raises a registered problem.';
