/* A method, to pay from or into in a currency. Refuses `not_found` and `currency_mismatch` (field method). */
create or replace function funding.method_in(p_method uuid, p_currency text) returns funding.methods
language plpgsql stable set search_path = '' as $$
declare v_method funding.methods;
begin
  select * into v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found', 'method'); end if;
  if v_method.currency <> p_currency then perform core.refuse('currency_mismatch', 'method'); end if;
  return v_method;
end $$;
comment on function funding.method_in is 'A method, to pay from or into in a currency.';
