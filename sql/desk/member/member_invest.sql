/* Opens a contract: money moves, terms freeze, the referrer's commission is recorded, a confirmation is queued; nothing of it otherwise. Refuses `risk_not_accepted`, `not_active`, `version_changed`, `invalid_amount`, `below_minimum`, `above_maximum`, `kyc_required`, `insufficient_available`, `treasury_short`, `key_reuse`. */
create or replace function desk.member_invest(p_token text, p_plan uuid, p_version uuid, p_wallet text, p_amount text, p_risk_accepted boolean, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_currency text;
  v_amount bigint;
  v_sold record;
  v_plan invest.plans;
  v_version invest.plan_versions;
  v_row invest.investments;
begin
  select currency into v_currency from invest.plans where id = p_plan;
  if not found then perform core.refuse('not_found', 'plan'); end if;
  v_amount := core.parse_amount(p_amount, v_currency);
  v_known := ledger.claim_key(v_caller.actor_id, 'invest', p_key, jsonb_build_array(p_plan, p_version, p_wallet, v_amount));
  if v_known is not null then return v_known; end if;
  v_sold := desk.sold_version(p_plan, v_at);
  v_plan := v_sold.plan;
  v_version := v_sold.version;
  if p_version is not null and p_version <> v_version.id then perform core.refuse('version_changed'); end if;
  if p_risk_accepted is not true then perform core.refuse('risk_not_accepted', 'risk_accepted'); end if;
  v_row := desk.open_contract(v_caller.actor_id, v_plan, v_version, p_wallet, v_amount, core.business_date(v_at, v_plan.timezone), v_at);
  perform outbox.mail_member('investment_confirmed', v_caller.actor_id, jsonb_build_object('reference', v_row.reference, 'plan', v_row.plan_name, 'amount', core.format_amount(v_amount, v_currency), 'currency', v_currency,
    'start_on', v_row.start_on, 'end_on', v_row.end_on, 'days', v_row.days, 'per_day', core.format_amount(invest.cumulative(v_amount, v_row.daily_rate, 1), v_currency),
    'total', core.format_amount(v_row.total, v_currency), 'investment', v_row.public_id), 'invested:' || v_row.public_id);
  perform audit.write(v_at, v_caller, 'invest', 'investment', v_row.public_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'invest', p_key, jsonb_build_object('investment', v_row.public_id, 'reference', v_row.reference, 'end_on', v_row.end_on, 'days', v_row.days, 'total', core.format_amount(v_row.total, v_currency)));
end $$;
comment on function desk.member_invest is 'Opens a contract: money moves, terms freeze, the referrer''s commission is recorded, a confirmation is queued; nothing of it otherwise.';
