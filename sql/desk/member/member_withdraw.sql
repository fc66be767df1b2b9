/* Requests a withdrawal: code bound to member, wallet, amount and destination; hold at once; a request in the queue. A wrong code is returned, not raised: its attempt counts. Refuses as funding.withdrawal_terms. */
create or replace function desk.member_withdraw(p_token text, p_wallet text, p_currency text, p_amount text, p_destination uuid, p_challenge uuid, p_mac text, p_browser text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_amount bigint := core.parse_amount(p_amount, p_currency);
  v_at timestamptz := core.business_now();
  v_try record;
  v_row funding.withdrawals;
  v_request uuid;
  v_needed smallint := approval.people_needed(v_amount, p_currency);
begin
  v_known := ledger.outcome_of(v_caller.actor_id, 'withdraw', p_key, jsonb_build_array(p_wallet, p_currency, v_amount, p_destination));
  if v_known is not null then return v_known; end if;
  select * into v_try from identity.try_challenge(p_challenge, 'withdrawal', desk.withdrawal_context(p_wallet, p_currency, v_amount, p_destination), p_mac, p_browser, v_caller.session_id);
  if v_try.outcome <> 'right' then
    -- The same command, still under way when we looked, used the code while we waited for it: its answer is ours.
    return coalesce(ledger.outcome_of(v_caller.actor_id, 'withdraw', p_key, jsonb_build_array(p_wallet, p_currency, v_amount, p_destination)),
      jsonb_build_object('outcome', v_try.outcome, 'attempts_left', v_try.attempts_left));
  end if;
  v_known := ledger.claim_key(v_caller.actor_id, 'withdraw', p_key, jsonb_build_array(p_wallet, p_currency, v_amount, p_destination));
  if v_known is not null then return v_known; end if;
  perform desk.require_kyc(v_caller.actor_id);
  v_row := funding.request_withdrawal(v_caller.actor_id, p_wallet, p_currency, v_amount, p_destination, v_at);
  v_request := approval.open('withdrawal', v_row.id, v_row.reference, v_amount, p_currency, v_caller.actor_id, 'member', v_caller.actor_id,
    jsonb_build_object('withdrawal', v_row.id, 'wallet', p_wallet, 'amount', core.format_amount(v_amount, p_currency), 'fee', core.format_amount(v_row.fee, p_currency), 'currency', p_currency, 'destination', p_destination), v_needed, v_at);
  perform desk.alert_outflow(p_currency, v_at);
  perform desk.mail_withdrawal('withdrawal_pending', v_row.id, null);
  perform audit.write(v_at, v_caller, 'withdraw', 'withdrawal', v_row.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'withdraw', p_key, jsonb_build_object('outcome', 'requested', 'withdrawal', v_row.id, 'reference', v_row.reference, 'request', v_request));
end $$;
comment on function desk.member_withdraw is 'Requests a withdrawal: code bound to member, wallet, amount and destination; hold at once; a request in the queue.';
