/* Carries out one renewal that is due, and tells the member what became of it; call until `left` is 0. One a call: each is whole or not
   at all, and nobody's wallets are locked while others are waited for. What stands in the way gives the principal free on DEPOSIT, with
   the reason; only a lost lock or a cancelled call is left to the next one. */
create or replace function desk.worker_renew() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_due invest.renewals;
  v_new invest.investments;
  v_state text;
  v_error text;
  v_reason text;
begin
  select * into v_due from invest.renewals where state = 'due' order by investment_id limit 1 for update skip locked;
  if found then
    begin
      v_new := desk.renew_contract(v_due, v_at);
    exception when others then
      get stacked diagnostics v_state = returned_sqlstate, v_error = message_text;
      if v_state like '40%' or v_state like '57%' or v_state like '53%' then raise; end if;
      v_reason := case when v_error in ('not_active', 'below_minimum', 'above_maximum', 'suspended', 'kyc_required', 'treasury_short') then v_error else 'failed' end;
      perform ledger.end_hold(v_due.hold_id, 'released', v_at);
      perform invest.finish_renewal(v_due.investment_id, null, v_reason, case v_reason when 'failed' then v_state || ' ' || v_error end, v_at);
    end;
    if v_new.id is null then
      perform desk.mail_matured(array[v_due.investment_id]);
    else
      perform desk.mail_renewed(v_due.investment_id, v_new);
    end if;
  end if;
  return jsonb_build_object('outcome', case when v_due.investment_id is null then 'none' when v_new.id is null then 'returned' else 'renewed' end, 'failed', coalesce(v_reason = 'failed', false),
    'left', (select count(*) from invest.renewals where state = 'due'));
end $$;
comment on function desk.worker_renew is 'Carries out one renewal that is due.';
