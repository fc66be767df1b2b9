/* Asks for a payment of withheld tax to the authority to be booked: of a calendar quarter (its first day) and of a rule with those that share its regime, form and code. Refuses
   `not_found` (rule, method), `currency_mismatch`, `invalid_input` (no first day of a quarter, no reference, a day before the quarter or to come), `reference_taken`, also by a request
   that waits, and `exceeds_tax`. */
create or replace function desk.staff_tax_deposit(p_token text, p_quarter_on date, p_rule uuid, p_currency text, p_amount text, p_method uuid, p_reference text, p_paid_on date, p_note text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'treasury.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_reference text := core.clean_text(p_reference, 'reference', 80);
  v_rule payout.tax_rules;
  v_left bigint;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'tax_deposit', p_key, jsonb_build_array(p_quarter_on, p_rule, p_currency, v_amount, p_method, v_reference, p_paid_on, p_note));
  if v_known is not null then return v_known; end if;
  if p_quarter_on is null or p_quarter_on < date '2000-01-01' or p_quarter_on > date '9999-01-01' or p_quarter_on <> date_trunc('quarter', p_quarter_on) then perform core.refuse('invalid_input', 'quarter_on'); end if;
  select * into v_rule from payout.tax_rules where id = p_rule;
  if not found then perform core.refuse('not_found', 'rule'); end if;
  perform funding.method_in(p_method, p_currency);
  if v_reference is null then perform core.refuse('invalid_input', 'reference'); end if;
  if p_paid_on is null or p_paid_on < p_quarter_on then perform core.refuse('invalid_input', 'paid_on', '{"reason": "before_quarter"}'); end if;
  if p_paid_on > core.business_date(v_at, core.setting('timezone')) then perform core.refuse('invalid_input', 'paid_on', '{"reason": "future"}'); end if;
  if exists (select from payout.deposits d where d.reference = v_reference) or exists (select from approval.requests r where r.kind = 'tax_deposit' and r.state = 'pending' and r.payload ->> 'reference' = v_reference) then
    perform core.refuse('reference_taken', 'reference');
  end if;
  -- Said now rather than by whoever has to approve it; it is looked at again when it is carried out.
  v_left := payout.tax_left(p_quarter_on, p_rule, p_currency, p_paid_on);
  if v_amount > v_left then perform core.refuse('exceeds_tax', 'amount', jsonb_build_object('left', core.format_amount(greatest(v_left, 0), p_currency), 'currency', p_currency)); end if;
  return ledger.keep_outcome(v_caller.actor_id, 'tax_deposit', p_key, jsonb_build_object('request', desk.request_money('tax_deposit', concat_ws(' ', to_char(p_quarter_on, 'YYYY-"Q"Q'), v_rule.regime, p_currency), v_amount, p_currency,
    jsonb_build_object('quarter_on', p_quarter_on, 'rule', p_rule, 'amount', core.format_amount(v_amount, p_currency), 'currency', p_currency, 'method', p_method, 'reference', v_reference, 'paid_on', p_paid_on,
      'note', core.clean_text(p_note, 'note', 500)), v_caller, v_at)));
end $$;
comment on function desk.staff_tax_deposit is 'Asks for a payment of withheld tax to the authority to be booked.';
