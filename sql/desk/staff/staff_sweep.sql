/* Asks for the operator's own money to leave the client account: vehicle money and what lies above everything that is owed. Refuses `not_found` and `currency_mismatch` (method),
   `invalid_amount` (nothing of either), and `exceeds_sweepable` (field held or own), which is looked at again when it is carried out. */
create or replace function desk.staff_sweep(p_token text, p_currency text, p_held text, p_own text, p_method uuid, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'treasury.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_held bigint := core.parse_amount(p_held, p_currency, 'held', true);
  v_own bigint := core.parse_amount(p_own, p_currency, 'own', true);
  v_method funding.methods;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'sweep', p_key, jsonb_build_array(p_currency, v_held, v_own, p_method, p_note));
  if v_known is not null then return v_known; end if;
  v_method := funding.method_in(p_method, p_currency);
  if v_held + v_own = 0 then perform core.refuse('invalid_amount', 'held'); end if;
  perform treasury.check_sweep(p_currency, v_held, v_own);
  return ledger.keep_outcome(v_caller.actor_id, 'sweep', p_key, jsonb_build_object('request', desk.request_money('sweep', v_method.name, v_held + v_own, p_currency,
    jsonb_build_object('held', core.format_amount(v_held, p_currency), 'own', core.format_amount(v_own, p_currency), 'amount', core.format_amount(v_held + v_own, p_currency), 'currency', p_currency, 'method', p_method,
      'note', core.clean_text(p_note, 'note', 500)), v_caller, v_at)));
end $$;
comment on function desk.staff_sweep is 'Asks for the operator''s own money to leave the client account.';
