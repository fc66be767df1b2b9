/* Asks for a treasury to be funded from the operator's own cash, paid into a method's client account. */
create or replace function desk.staff_treasury_fund(p_token text, p_treasury text, p_currency text, p_amount text, p_method uuid, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'treasury.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_method funding.methods;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'treasury_funding', p_key, jsonb_build_array(p_treasury, p_currency, v_amount, p_method, p_note));
  if v_known is not null then return v_known; end if;
  if p_treasury is null or p_treasury not in ('returns', 'commission', 'promo') then perform core.refuse('invalid_input', 'treasury'); end if;
  select * into v_method from funding.methods where id = p_method;
  if not found then perform core.refuse('not_found', 'method'); end if;
  if v_method.currency <> p_currency then perform core.refuse('currency_mismatch', 'method'); end if;
  perform treasury.queue(p_treasury, p_currency);
  return ledger.keep_outcome(v_caller.actor_id, 'treasury_funding', p_key, jsonb_build_object('request', desk.request_money('treasury_funding', p_treasury || ' ' || p_currency, v_amount, p_currency,
    jsonb_build_object('treasury', p_treasury, 'amount', core.format_amount(v_amount, p_currency), 'currency', p_currency, 'method', p_method, 'note', core.clean_text(p_note, 'note', 500)), v_caller, v_at)));
end $$;
comment on function desk.staff_treasury_fund is 'Asks for a treasury to be funded from the operator''s own cash, paid into a method''s client account.';
