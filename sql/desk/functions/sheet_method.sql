/* The method whose client account is reconciled; `not_found` when there is none. */
create or replace function desk.sheet_method(p_method uuid) returns funding.methods
language plpgsql stable set search_path = '' as $$
declare v_method funding.methods;
begin
  select * into v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found', 'method'); end if;
  return v_method;
end $$;
comment on function desk.sheet_method is 'The method whose client account is reconciled.';
