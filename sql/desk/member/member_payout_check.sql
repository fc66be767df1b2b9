/* Everything about a payout but the code: tax and why, which bookings are paid and what goes to the bank, as they would be frozen now, and what the code is bound to. Refuses as the request would. */
create or replace function desk.member_payout_check(p_token text, p_currency text, p_amount text, p_autofill boolean, p_destination uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_at timestamptz := core.business_now();
  v_due_on date := desk.network_date(v_at);
  v_terms record;
begin
  perform desk.require_kyc(v_caller.actor_id);
  v_terms := payout.terms(v_caller.actor_id, p_currency, v_amount, coalesce(p_autofill, false), p_destination, core.business_date(v_at, core.setting('timezone')), v_due_on, v_at);
  return jsonb_build_object('currency', p_currency, 'gross', core.format_amount(v_amount, p_currency), 'tax', core.format_amount(v_terms.tax, p_currency), 'net', core.format_amount(v_amount - v_terms.tax, p_currency),
    'emi', core.format_amount(v_terms.emi, p_currency), 'bank', core.format_amount(v_terms.bank, p_currency),
    'why', desk.json_tax_why(v_terms.rule_id, v_amount, p_currency), 'regime', core.setting('tax_regime'),
    'parts', coalesce((select jsonb_agg(jsonb_build_object('booking', b.id, 'reference', b.reference, 'amount', core.format_amount(d.amount, p_currency)) order by b.opened_at, b.id)
      from payout.due_parts(v_caller.actor_id, p_currency, v_terms.emi, v_due_on) d join ev.bookings b on b.id = d.booking_id), '[]'),
    'destination', (select desk.json_destination(d, v_at) from funding.destinations d where d.id = p_destination and d.member_id = v_caller.actor_id),
    'available_after', (select core.format_amount(b.available - v_amount, p_currency) from ledger.balances b where b.member_id = v_caller.actor_id and b.kind = 'EARNINGS' and b.currency = p_currency),
    'people_needed', approval.people_needed(v_amount, p_currency), 'context', desk.withdrawal_context('EARNINGS', p_currency, v_amount, p_destination));
end $$;
comment on function desk.member_payout_check is 'Everything about a payout but the code.';
