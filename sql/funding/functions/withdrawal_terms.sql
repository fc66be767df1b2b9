/* Checks a withdrawal before its hold: wallet, destination (own, cooled), minimum, limits, available. Amounts in minor units; answers the
   fee, which comes on top. Refuses `invalid_input`, `withdrawals_cooling`, `not_found`, `destination_cooling`, `below_minimum`, `limit_reached`,
   `insufficient_available`. Call it under the member's row lock when it decides: limits are sums over other rows. */
create or replace function funding.withdrawal_terms(p_member bigint, p_wallet text, p_currency text, p_amount bigint, p_destination uuid, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_fee bigint := coalesce(core.setting_amount('withdrawal_fee', p_currency), 0);
  v_minimum bigint := core.setting_amount('withdrawal_minimum', p_currency);
  v_most bigint := core.setting_amount('withdrawal_most', p_currency);
  v_day bigint := core.setting_amount('withdrawal_most_per_day', p_currency);
  v_first bigint := core.setting_amount('withdrawal_most_first', p_currency);
  v_destination funding.destinations;
  v_from timestamptz;
  v_used bigint;
  v_available bigint;
begin
  if p_wallet is null or p_wallet not in ('DEPOSIT', 'INTEREST') then perform core.refuse('invalid_input', 'wallet'); end if;
  select withdrawals_from into v_from from identity.members where id = p_member;
  if v_from > p_at then perform core.refuse('withdrawals_cooling', null, jsonb_build_object('usable_at', v_from)); end if;
  select * into v_destination from funding.destinations where id = p_destination and member_id = p_member and removed_at is null;
  if not found then perform core.refuse('not_found', 'destination'); end if;
  if v_destination.usable_at > p_at then
    perform core.refuse('destination_cooling', 'destination', jsonb_build_object('usable_at', v_destination.usable_at));
  end if;
  if p_amount < v_minimum then
    perform core.refuse('below_minimum', 'amount', jsonb_build_object('minimum', core.format_amount(v_minimum, p_currency), 'currency', p_currency));
  end if;
  if p_amount > v_most then
    perform core.refuse('limit_reached', 'amount', jsonb_build_object('limit', 'request', 'most', core.format_amount(v_most, p_currency), 'currency', p_currency));
  end if;
  if v_first is not null and not exists (select from funding.withdrawals where member_id = p_member and state in ('sent', 'confirmed')) then
    -- Until one has left, all that are under way are the first: otherwise many small ones would pass where one large may not.
    select coalesce(sum(amount), 0)::bigint into v_used from funding.withdrawals where member_id = p_member and currency = p_currency and state in ('pending', 'approved');
    if v_used + p_amount > v_first then
      perform core.refuse('limit_reached', 'amount', jsonb_build_object('limit', 'first', 'most', core.format_amount(greatest(v_first - v_used, 0), p_currency), 'currency', p_currency));
    end if;
  end if;
  if v_day is not null then
    v_used := funding.withdrawn_today(p_member, p_currency, p_at);
    if v_used + p_amount > v_day then
      perform core.refuse('limit_reached', 'amount', jsonb_build_object('limit', 'day', 'most', core.format_amount(greatest(v_day - v_used, 0), p_currency), 'currency', p_currency));
    end if;
  end if;
  select b.available into v_available from ledger.balances b where b.member_id = p_member and b.kind = p_wallet and b.currency = p_currency;
  if coalesce(v_available, 0) < p_amount + v_fee then
    perform core.refuse('insufficient_available', 'amount', jsonb_build_object('available', core.format_amount(coalesce(v_available, 0), p_currency), 'currency', p_currency));
  end if;
  return v_fee;
end $$;
comment on function funding.withdrawal_terms is 'Checks a withdrawal and answers its fee.';
