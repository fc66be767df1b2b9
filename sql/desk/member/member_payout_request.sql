/* Requests a payout: code bound to wallet, amount and bank account as that of a withdrawal; hold at once; tax, instalments and the bank's part frozen; a request in the queue. A wrong code is
   returned, not raised: its attempt counts. Refuses as payout.terms. */
create or replace function desk.member_payout_request(p_token text, p_currency text, p_amount text, p_autofill boolean, p_destination uuid, p_challenge uuid, p_mac text, p_browser text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_body jsonb := jsonb_build_array(p_currency, v_amount, coalesce(p_autofill, false), p_destination);
  v_at timestamptz := core.business_now();
  v_try record;
  v_row payout.payouts;
  v_request uuid;
begin
  v_known := ledger.outcome_of(v_caller.actor_id, 'payout', p_key, v_body);
  if v_known is not null then return v_known; end if;
  select * into v_try from identity.try_challenge(p_challenge, 'withdrawal', desk.withdrawal_context('EARNINGS', p_currency, v_amount, p_destination), p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    -- The same command, still under way when we looked, used the code while we waited for it: its answer is ours.
    return coalesce(ledger.outcome_of(v_caller.actor_id, 'payout', p_key, v_body), jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left));
  end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'payout', p_key, v_body);
  if v_known is not null then return v_known; end if;
  perform desk.require_kyc(v_caller.actor_id);
  v_row := payout.request_payout(v_caller.actor_id, p_currency, v_amount, coalesce(p_autofill, false), p_destination, core.business_date(v_at, core.setting('timezone')), desk.network_date(v_at), v_at);
  v_request := approval.open('payout', v_row.id, v_row.reference, v_amount, p_currency, v_caller.actor_id, 'member', v_caller.actor_id,
    jsonb_build_object('payout', v_row.id, 'gross', core.format_amount(v_amount, p_currency), 'tax', core.format_amount(v_row.tax, p_currency), 'emi', core.format_amount(v_row.emi, p_currency),
      'bank', core.format_amount(v_row.bank, p_currency), 'currency', p_currency, 'destination', p_destination), approval.people_needed(v_amount, p_currency), v_at);
  perform desk.alert_outflow(p_currency, v_at);
  perform desk.mail_payout('payout_pending', v_row.id);
  perform audit.write(v_at, v_caller, 'payout', 'payout', v_row.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'payout', p_key, jsonb_build_object('outcome', 'requested', 'payout', v_row.id, 'reference', v_row.reference, 'request', v_request));
end $$;
comment on function desk.member_payout_request is 'Requests a payout.';
