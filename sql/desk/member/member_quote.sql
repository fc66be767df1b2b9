-- owner: reader
/* What an amount would earn under the version on sale today: the terms the contract will have. Refuses `invalid_amount`, `below_minimum`, `above_maximum`, `not_active`. */
create or replace function desk.member_quote(p_token text, p_plan uuid, p_wallet text, p_amount text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_at timestamptz := core.business_now();
  v_sold record := desk.sold_version(p_plan, v_at);
  v_plan invest.plans := v_sold.plan;
  v_version invest.plan_versions := v_sold.version;
  v_amount bigint := core.parse_amount(p_amount, v_plan.currency);
  v_start date := core.business_date(v_at, v_plan.timezone);
  v_terms record;
begin
  perform invest.check_amount(v_version, v_amount, v_plan.currency);
  select * into v_terms from invest.quote(v_version, v_amount, v_start);
  return jsonb_build_object('plan_id', v_plan.id, 'version_id', v_version.id, 'amount', core.format_amount(v_amount, v_plan.currency), 'currency', v_plan.currency, 'wallet', p_wallet,
    'start_on', v_start, 'end_on', v_terms.end_on, 'days', v_terms.days, 'per_day', core.format_amount(v_terms.per_day, v_plan.currency), 'total', core.format_amount(v_terms.total, v_plan.currency),
    'returned', core.format_amount(v_amount + v_terms.total, v_plan.currency), 'schedule', desk.json_schedule(v_amount, v_version.daily_rate, v_start, v_terms.days, v_plan.currency));
end $$;
comment on function desk.member_quote is 'What an amount would earn under the version on sale today: the terms the contract will have.';
