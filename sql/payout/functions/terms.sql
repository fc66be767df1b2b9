/* What a payout of a gross amount would be, minor units: tax by the rule of the day it is asked for, instalments due until then from the rest where that is wanted, and
   what goes to the bank. Checks what a request is checked for. Refuses `withdrawals_cooling`, `not_found` (no such bank account of the member),
   `destination_cooling`, `insufficient_available`. Call it under the member's row lock when it decides. */
create or replace function payout.terms(p_member bigint, p_currency text, p_gross bigint, p_autofill boolean, p_destination uuid, p_on date, p_due_on date, p_at timestamptz, out tax bigint, out emi bigint, out bank bigint, out rule_id uuid)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_from timestamptz;
  v_usable timestamptz;
  v_available bigint;
  v_rule payout.tax_rules;
begin
  select withdrawals_from into v_from from identity.members where id = p_member;
  if v_from > p_at then perform core.refuse('withdrawals_cooling', null, jsonb_build_object('usable_at', v_from)); end if;
  select d.usable_at into v_usable from funding.destinations d where d.id = p_destination and d.member_id = p_member and d.type = 'BANK' and d.removed_at is null;
  if not found then perform core.refuse('not_found', 'destination'); end if;
  if v_usable > p_at then perform core.refuse('destination_cooling', 'destination', jsonb_build_object('usable_at', v_usable)); end if;
  select b.available into v_available from ledger.balances b where b.member_id = p_member and b.kind = 'EARNINGS' and b.currency = p_currency;
  if coalesce(v_available, 0) < p_gross then
    perform core.refuse('insufficient_available', 'amount', jsonb_build_object('available', core.format_amount(coalesce(v_available, 0), p_currency), 'currency', p_currency));
  end if;
  if core.setting('tax_regime') = 'SEED' then v_rule := payout.rule_on('SEED', core.setting('tax_cap_scope'), p_on); end if;
  rule_id := v_rule.id;
  tax := coalesce(payout.tax_of_payout(p_gross, v_rule.rate, payout.minor_units(v_rule.cap_units, p_currency),
    case v_rule.scope when 'per_tax_year' then payout.taken_in_year(p_member, p_currency, p_on) else 0 end), 0);
  emi := case when p_autofill then coalesce((select sum(d.amount) from payout.due_parts(p_member, p_currency, p_gross - tax, p_due_on) d), 0) else 0 end;
  bank := p_gross - tax - emi;
end $$;
comment on function payout.terms is 'What a payout of a gross amount would be.';
