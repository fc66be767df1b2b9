/* Pays tax of a quarter over to the authority: tax_payable -> the method's bank account, with the day of the payment as value date. Refuses `exceeds_tax` above what was withheld until
   that day and not paid over yet, `reference_taken`, and `method_short` without the cash. Answers the deposit's id. */
create or replace function payout.deposit_tax(p_request uuid, p_quarter_on date, p_rule uuid, p_currency text, p_amount bigint, p_method uuid, p_reference text, p_paid_on date, p_actor bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_left bigint;
  v_bank bigint := (select m.account_id from funding.methods m where m.id = p_method and m.currency = p_currency);
  v_journal bigint;
  v_id uuid;
begin
  -- Two deposits, or a deposit and a reversal, must not both count on the same rest.
  perform pg_advisory_xact_lock(hashtext('payout.deposits'));
  v_left := payout.tax_left(p_quarter_on, p_rule, p_currency, p_paid_on);
  if p_amount > v_left then
    perform core.refuse('exceeds_tax', 'amount', jsonb_build_object('left', core.format_amount(greatest(v_left, 0), p_currency), 'currency', p_currency));
  end if;
  if exists (select from payout.deposits d where d.reference = p_reference) then perform core.refuse('reference_taken', 'reference'); end if;
  v_journal := ledger.post('tax_payment', p_paid_on, p_actor, p_request,
    array[(ledger.operator_account('tax_payable', p_currency), p_amount, null)::ledger.line, (v_bank, -p_amount, null)::ledger.line]);
  insert into payout.deposits (request_id, quarter_on, rule_id, currency, amount, method_id, reference, paid_on, journal_id, deposited_at)
  values (p_request, p_quarter_on, p_rule, p_currency, p_amount, p_method, p_reference, p_paid_on, v_journal, p_at) returning id into v_id;
  return v_id;
end $$;
comment on function payout.deposit_tax is 'Pays tax of a quarter over to the authority.';
