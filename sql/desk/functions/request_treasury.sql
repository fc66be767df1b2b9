/* Opens the request for money into a treasury (`treasury_funding`) or back out of it (`treasury_return`), by a method's client account; answers as the doors that ask for it. Refuses
   `invalid_input` (treasury), `invalid_amount`, and as funding.method_in. */
create or replace function desk.request_treasury(p_kind text, p_caller identity.caller, p_treasury text, p_currency text, p_amount text, p_method uuid, p_note text, p_key uuid) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_amount bigint := core.parse_amount(p_amount, p_currency);
begin
  v_known := ledger.claim_key((p_caller).actor_id, p_kind, p_key, jsonb_build_array(p_treasury, p_currency, v_amount, p_method, p_note));
  if v_known is not null then return v_known; end if;
  if p_treasury is null or p_treasury not in ('returns', 'commission', 'promo') then perform core.refuse('invalid_input', 'treasury'); end if;
  perform funding.method_in(p_method, p_currency);
  perform treasury.queue(p_treasury, p_currency);
  return ledger.keep_outcome((p_caller).actor_id, p_kind, p_key, jsonb_build_object('request', desk.request_money(p_kind, p_treasury || ' ' || p_currency, v_amount, p_currency,
    jsonb_build_object('treasury', p_treasury, 'amount', core.format_amount(v_amount, p_currency), 'currency', p_currency, 'method', p_method, 'note', core.clean_text(p_note, 'note', 500)), p_caller, v_at)));
end $$;
comment on function desk.request_treasury is 'Opens the request for money into a treasury or back out of it.';
