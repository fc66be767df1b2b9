/* Why a line has the amount it has: facts by kind, each with a name, a value and how to show it (text, money, percent, date, number). */
create or replace function desk.explain_movement(p_line ledger.lines, p_journal ledger.journals) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_facts jsonb := '[]';
  v_about jsonb := desk.movement_about((p_journal).kind, (p_journal).cause, (p_line).source_id);
  v_investment invest.investments;
  v_version integer;
  v_k integer;
  v_commission referral.commissions;
  v_currency text;
begin
  select currency into v_currency from ledger.accounts where id = (p_line).account_id;
  if (p_journal).kind in ('accrual', 'maturity', 'investment') then
    select * into v_investment from invest.investments where id = (p_line).source_id or public_id = (p_journal).cause;
    select version into v_version from invest.plan_versions where id = v_investment.version_id;
    v_facts := jsonb_build_array(
      jsonb_build_object('name', 'plan', 'value', v_investment.plan_name, 'type', 'text'), jsonb_build_object('name', 'version', 'value', v_version::text, 'type', 'number'),
      jsonb_build_object('name', 'invested', 'value', core.format_amount(v_investment.amount, v_currency), 'type', 'money'), jsonb_build_object('name', 'daily_rate', 'value', v_investment.daily_rate::text, 'type', 'percent'),
      jsonb_build_object('name', 'start_on', 'value', v_investment.start_on::text, 'type', 'date'), jsonb_build_object('name', 'end_on', 'value', v_investment.end_on::text, 'type', 'date'));
    if (p_journal).kind = 'accrual' then
      v_k := (p_line).value_on - v_investment.start_on;
      v_facts := v_facts || jsonb_build_array(
        jsonb_build_object('name', 'day', 'value', v_k::text, 'type', 'number'), jsonb_build_object('name', 'of_days', 'value', v_investment.days::text, 'type', 'number'),
        jsonb_build_object('name', 'unrounded', 'value', core.decimal_exact(v_investment.amount * v_investment.daily_rate * v_k * 0.01, v_currency), 'type', 'text'),
        jsonb_build_object('name', 'earned_through_day', 'value', core.format_amount(invest.cumulative(v_investment.amount, v_investment.daily_rate, v_k), v_currency), 'type', 'money'),
        jsonb_build_object('name', 'earned_through_day_before', 'value', core.format_amount(invest.cumulative(v_investment.amount, v_investment.daily_rate, v_k - 1), v_currency), 'type', 'money'),
        jsonb_build_object('name', 'paid_from', 'value', 'treasury:returns', 'type', 'text'));
    end if;
    v_facts := v_facts || jsonb_build_array(jsonb_build_object('name', 'contract_hash', 'value', encode(v_investment.version_hash, 'hex'), 'type', 'text'));
  elsif (p_journal).kind = 'referral' then
    select * into v_commission from referral.commissions c where c.item_id = (p_line).source_id or ((p_line).source_id is null and c.source_id = (p_journal).cause);
    v_facts := jsonb_build_array(jsonb_build_object('name', 'base', 'value', core.format_amount(v_commission.base, v_currency), 'type', 'money'), jsonb_build_object('name', 'rate', 'value', v_commission.rate::text, 'type', 'percent'),
      jsonb_build_object('name', 'source_reference', 'value', v_commission.source_reference, 'type', 'text'), jsonb_build_object('name', 'paid_from', 'value', 'treasury:commission', 'type', 'text'));
  elsif (p_journal).kind = 'milestone' then
    select jsonb_build_array(jsonb_build_object('name', 'milestone', 'value', m.name, 'type', 'text'), jsonb_build_object('name', 'needed', 'value', m.needed::text, 'type', 'number'),
        jsonb_build_object('name', 'counted', 'value', cardinality(c.counted)::text, 'type', 'number'), jsonb_build_object('name', 'paid_from', 'value', 'treasury:commission', 'type', 'text')) into v_facts
      from referral.milestone_claims c join referral.milestones m on m.id = c.milestone_id where c.item_id = (p_line).source_id;
  elsif (p_journal).kind = 'bonus' then
    v_facts := jsonb_build_array(jsonb_build_object('name', 'paid_from', 'value', 'treasury:promo', 'type', 'text'));
  elsif (p_journal).kind = 'deposit' then
    select jsonb_build_array(jsonb_build_object('name', 'method', 'value', m.name, 'type', 'text'), jsonb_build_object('name', 'transaction_reference', 'value', d.transaction_reference, 'type', 'text'),
        jsonb_build_object('name', 'amount_claimed', 'value', core.format_amount(d.amount, d.currency), 'type', 'money'), jsonb_build_object('name', 'amount_received', 'value', core.format_amount(d.received, d.currency), 'type', 'money')) into v_facts
      from funding.deposits d join funding.methods m on m.id = d.method_id where d.id = (p_journal).cause;
  elsif (p_journal).kind in ('withdrawal', 'withdrawal_return') then
    select jsonb_build_array(jsonb_build_object('name', 'destination', 'value', t.label || ' ' || desk.destination_tail(t), 'type', 'text'), jsonb_build_object('name', 'amount_sent', 'value', core.format_amount(w.amount, w.currency), 'type', 'money'),
        jsonb_build_object('name', 'fee', 'value', core.format_amount(w.fee, w.currency), 'type', 'money')) into v_facts
      from funding.withdrawals w join funding.destinations t on t.id = w.destination_id where w.id = (p_journal).cause;
  end if;
  return jsonb_build_object('kind', (p_journal).kind, 'facts', coalesce(v_facts, '[]'),
    'links', case when v_about ->> 'subject_id' is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('kind', v_about -> 'subject_kind', 'id', v_about -> 'subject_id')) end);
end $$;
comment on function desk.explain_movement is 'Why a line has the amount it has.';
