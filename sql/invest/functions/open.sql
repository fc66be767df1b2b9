/* Opens a contract and moves the money: DEPOSIT or INTEREST -> INVESTED. Amount in minor units. Above the rail the whole projected
   return (and p_commission, the referrer's) is earmarked first, `treasury_short` otherwise. Refuses `invalid_input`,
   `insufficient_available`. A hold that is named (p_hold) keeps the amount on the wallet until now, and ends. The caller has checked plan,
   version and amount. Answers the row. */
create or replace function invest.open(p_member bigint, p_plan invest.plans, p_version invest.plan_versions, p_wallet text, p_amount bigint, p_start date, p_commission bigint, p_at timestamptz, p_hold uuid default null) returns invest.investments
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row invest.investments;
  v_id uuid := uuidv7();
  v_terms record;
  v_earmark uuid;
  v_from bigint;
  v_deposit bigint := ledger.wallet(p_member, 'DEPOSIT', (p_plan).currency);
  v_interest bigint := ledger.wallet(p_member, 'INTEREST', (p_plan).currency);
  v_invested bigint := ledger.wallet(p_member, 'INVESTED', (p_plan).currency);
begin
  if p_wallet is null or p_wallet not in ('DEPOSIT', 'INTEREST') then perform core.refuse('invalid_input', 'wallet'); end if;
  v_from := case p_wallet when 'DEPOSIT' then v_deposit else v_interest end;
  select * into v_terms from invest.quote(p_version, p_amount, p_start);
  if (p_version).above_rail then
    -- Queues before accounts, and all accounts at once: the order everybody keeps.
    perform from treasury.queues where account_id in (treasury.queue('returns', (p_plan).currency), treasury.queue('commission', (p_plan).currency)) order by account_id for no key update;
    perform ledger.lock_accounts(array[v_from, v_invested, treasury.queue('returns', (p_plan).currency), treasury.queue('commission', (p_plan).currency)]);
    if p_commission > 0 and treasury.free_money(treasury.queue('commission', (p_plan).currency)) < p_commission then
      perform core.refuse('treasury_short', null, jsonb_build_object('needed', core.format_amount(p_commission, (p_plan).currency), 'currency', (p_plan).currency));
    end if;
    if v_terms.total > 0 then
      v_earmark := treasury.earmark(treasury.queue('returns', (p_plan).currency), v_terms.total, v_id, p_at);
    end if;
  end if;
  if p_hold is not null then
    perform ledger.lock_accounts(array[v_from, v_invested]);
    perform ledger.end_hold(p_hold, 'released', p_at);
  end if;
  perform ledger.post('investment', p_start, p_member, v_id, array[(v_from, p_amount, null)::ledger.line, (v_invested, -p_amount, null)::ledger.line]);
  insert into invest.investments (public_id, reference, member_id, plan_id, version_id, plan_name, currency, timezone, source_wallet, amount, daily_rate, start_on, end_on, days, total, version_hash,
    invested_account_id, interest_account_id, deposit_account_id, prefunded, earmark_id, created_at)
  values (v_id, 'I-' || core.random_code(8), p_member, (p_plan).id, (p_version).id, (p_plan).name, (p_plan).currency, (p_plan).timezone, p_wallet, p_amount, (p_version).daily_rate,
    p_start, v_terms.end_on, v_terms.days, v_terms.total, (p_version).hash, v_invested, v_interest, v_deposit, (p_version).above_rail, v_earmark, p_at)
  returning * into v_row;
  return v_row;
end $$;
comment on function invest.open is 'Opens a contract and moves the money.';
