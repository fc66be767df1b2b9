/* Asks for a treasury to be funded from the operator's own cash, paid into a method's client account. Refuses as desk.request_treasury. */
create or replace function desk.staff_treasury_fund(p_token text, p_treasury text, p_currency text, p_amount text, p_method uuid, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'treasury.write');
begin
  return desk.request_treasury('treasury_funding', v_caller, p_treasury, p_currency, p_amount, p_method, p_note, p_key);
end $$;
comment on function desk.staff_treasury_fund is 'Asks for a treasury to be funded from the operator''s own cash, paid into a method''s client account.';
