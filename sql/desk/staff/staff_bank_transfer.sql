/* Asks for cash to be moved between two methods of one currency. */
create or replace function desk.staff_bank_transfer(p_token text, p_from uuid, p_to uuid, p_amount text, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'treasury.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_amount bigint;
  v_from funding.methods;
  v_to funding.methods;
begin
  select * into v_from from funding.methods where id = p_from;
  if not found then perform core.refuse('not_found', 'from'); end if;
  select * into v_to from funding.methods where id = p_to;
  if not found then perform core.refuse('not_found', 'to'); end if;
  if v_from.id = v_to.id then perform core.refuse('invalid_input', 'to'); end if;
  if v_from.currency <> v_to.currency then perform core.refuse('currency_mismatch', 'to'); end if;
  v_amount := core.parse_amount(p_amount, v_from.currency);
  v_known := ledger.claim_key(v_caller.actor_id, 'bank_transfer', p_key, jsonb_build_array(p_from, p_to, v_amount, p_note));
  if v_known is not null then return v_known; end if;
  return ledger.keep_outcome(v_caller.actor_id, 'bank_transfer', p_key, jsonb_build_object('request', desk.request_money('bank_transfer', v_from.name || ' → ' || v_to.name, v_amount, v_from.currency,
    jsonb_build_object('from', p_from, 'to', p_to, 'amount', core.format_amount(v_amount, v_from.currency), 'currency', v_from.currency, 'note', core.clean_text(p_note, 'note', 500)), v_caller, v_at)));
end $$;
comment on function desk.staff_bank_transfer is 'Asks for cash to be moved between two methods of one currency.';
