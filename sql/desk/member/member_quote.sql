-- owner: reader
/* What an amount would earn under the version on sale today, and every day of it: the terms the contract will have. Refuses `invalid_amount`, `below_minimum`, `above_maximum`, `not_active`. */
create or replace function desk.member_quote(p_token text, p_plan uuid, p_wallet text, p_amount text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_at timestamptz := core.business_now();
  v_sold record := desk.sold_version(p_plan, v_at);
  v_plan invest.plans := v_sold.plan;
  v_version invest.plan_versions := v_sold.version;
  v_amount bigint := core.parse_amount(p_amount, v_plan.currency);
  v_quote jsonb := desk.json_quote(v_plan, v_version, v_amount, v_at);
begin
  return v_quote || jsonb_build_object('version_id', v_version.id, 'wallet', p_wallet,
    'schedule', desk.json_schedule(v_amount, v_version.daily_rate, (v_quote ->> 'start_on')::date, (v_quote ->> 'days')::integer, v_plan.currency));
end $$;
comment on function desk.member_quote is 'What an amount would earn under the version on sale today: the terms the contract will have.';
