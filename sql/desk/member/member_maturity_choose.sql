/* Chooses what happens to the principal of a contract of the caller's at its end: `wallet` (to DEPOSIT) or `renew`, which asks for the same
   as investing does today. Until the end date begins. Refuses `not_found`, `invalid_input`, `instruction_closed`, `risk_not_accepted`,
   `not_active`, `below_minimum`, `above_maximum`, `kyc_required`, `key_reuse`. */
create or replace function desk.member_maturity_choose(p_token text, p_investment uuid, p_choice text, p_risk_accepted boolean, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_at timestamptz := core.business_now();
  v_known jsonb := ledger.claim_key(v_caller.actor_id, 'maturity_choose', p_key, jsonb_build_array(p_investment, p_choice));
  v_row invest.investments;
  v_sold record;
begin
  if v_known is not null then return v_known; end if;
  v_row := invest.instruct(v_caller.actor_id, p_investment, p_choice, v_at);
  if p_choice = 'renew' then
    v_sold := desk.sold_version(v_row.plan_id, v_at);
    perform invest.check_amount(v_sold.version, v_row.amount, v_row.currency);
    perform desk.require_kyc(v_caller.actor_id);
    if p_risk_accepted is not true then perform core.refuse('risk_not_accepted', 'risk_accepted'); end if;
  end if;
  perform audit.write(v_at, v_caller, 'maturity_choose', 'investment', p_investment::text, p_choice);
  return ledger.keep_outcome(v_caller.actor_id, 'maturity_choose', p_key, jsonb_build_object('choice', p_choice, 'change_until', v_row.end_on - 1));
end $$;
comment on function desk.member_maturity_choose is 'Chooses what happens to the principal at the end of a term.';
