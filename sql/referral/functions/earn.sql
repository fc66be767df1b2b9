/* Level-1 commission on one source, unique per source: amount = round(base * rate / 100) in minor units, to the referrer's EARNINGS.
   Recorded in the commission queue; a pre-funded one (plan rail) is posted at once. Null when nobody referred the member, the
   referrer has closed the account, or the amount rounds to zero. p_hold: why it is held when it is posted. Answers the commission's id. */
create or replace function referral.earn(p_referred bigint, p_source_kind text, p_source uuid, p_reference text, p_currency text, p_base bigint, p_rate numeric, p_value_on date, p_at timestamptz, p_prefunded boolean default false, p_hold text default null) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_referrer bigint;
  v_amount bigint := round(p_base * p_rate * 0.01)::bigint;
  v_wallet bigint;
  v_queue bigint;
  v_item bigint;
  v_journal bigint;
  v_id bigint;
  v_status text;
begin
  select r.referrer_id, m.status into v_referrer, v_status from referral.referrals r join identity.members m on m.id = r.referrer_id where r.referred_id = p_referred;
  if v_referrer is null or v_amount = 0 or v_status = 'closed' then
    return null;
  end if;
  v_wallet := ledger.wallet(v_referrer, 'EARNINGS', p_currency);
  if p_prefunded then
    v_queue := treasury.queue('commission', p_currency);
    v_journal := ledger.post('referral', p_value_on, null, p_source, array[(v_queue, v_amount, null)::ledger.line, (v_wallet, -v_amount, null)::ledger.line]);
    -- As the queue holds what people who are not active earn.
    if v_status <> 'active' then perform ledger.place_hold(v_wallet, v_amount, 'unverified', p_source, p_at); end if;
  else
    v_item := treasury.record('commission', p_currency, 'referral', v_wallet, v_amount, p_value_on, nextval('treasury.source_order'), 0, p_source, p_at,
      case when v_status <> 'active' then 'unverified' else p_hold end);
  end if;
  insert into referral.commissions (referrer_id, referred_id, source_kind, source_id, source_reference, currency, base, rate, amount, item_id, journal_id, earned_at)
  values (v_referrer, p_referred, p_source_kind, p_source, p_reference, p_currency, p_base, p_rate, v_amount, v_item, v_journal, p_at)
  returning id into v_id;
  return v_id;
end $$;
comment on function referral.earn is 'Level-1 commission on one source.';
