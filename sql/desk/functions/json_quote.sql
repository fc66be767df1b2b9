/* What an amount (minor units) would earn under a version of a plan, in a contract that begins at an instant. Refuses as invest.check_amount: `below_minimum`, `above_maximum`. */
create or replace function desk.json_quote(p_plan invest.plans, p_version invest.plan_versions, p_amount bigint, p_at timestamptz) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_currency text := (p_plan).currency;
  v_start date := core.business_date(p_at, (p_plan).timezone);
  v_terms record;
begin
  perform invest.check_amount(p_version, p_amount, v_currency);
  v_terms := invest.quote(p_version, p_amount, v_start);
  return jsonb_build_object('plan_id', (p_plan).id, 'amount', core.format_amount(p_amount, v_currency), 'currency', v_currency,
    'start_on', v_start, 'end_on', v_terms.end_on, 'days', v_terms.days, 'per_day', core.format_amount(v_terms.per_day, v_currency),
    'total', core.format_amount(v_terms.total, v_currency), 'returned', core.format_amount(p_amount + v_terms.total, v_currency));
end $$;
comment on function desk.json_quote is 'What an amount would earn under a version.';
