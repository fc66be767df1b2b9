/* Opens a contract of a member's with what follows from it, the commission of whoever referred them; the same for money that is invested
   anew and for principal that is invested again (p_hold: what keeps it). Amount in minor units. Refuses as invest.check_amount,
   desk.require_kyc and invest.open do. Answers the contract. */
create or replace function desk.open_contract(p_member bigint, p_plan invest.plans, p_version invest.plan_versions, p_wallet text, p_amount bigint, p_start date, p_at timestamptz, p_hold uuid default null) returns invest.investments
language plpgsql volatile set search_path = '' as $$
declare
  v_row invest.investments;
  v_commission bigint := 0;
begin
  perform invest.check_amount(p_version, p_amount, (p_plan).currency);
  perform desk.require_kyc(p_member);
  if p_wallet = 'DEPOSIT' and exists (select from referral.referrals where referred_id = p_member) then
    v_commission := round(p_amount * (p_version).referral_rate * 0.01)::bigint;
  end if;
  v_row := invest.open(p_member, p_plan, p_version, p_wallet, p_amount, p_start, v_commission, p_at, p_hold);
  if p_wallet = 'DEPOSIT' then
    perform desk.earn_at_once(referral.earn(p_member, 'investment', v_row.public_id, v_row.reference, (p_plan).currency, p_amount, (p_version).referral_rate, p_start, p_at, (p_version).above_rail), p_at);
  end if;
  return v_row;
end $$;
comment on function desk.open_contract is 'Opens a contract with what follows from it.';
