/* Brings an amount (minor units) together in a member's DEPOSIT, from INTEREST and then EARNINGS, as far as DEPOSIT has not enough available.
   Answers the DEPOSIT account. Call it with the member's accounts locked. */
create or replace function funding.gather(p_member bigint, p_currency text, p_amount bigint, p_cause uuid, p_value_on date, p_actor bigint) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_deposit bigint := ledger.wallet(p_member, 'DEPOSIT', p_currency);
  v_lacks bigint;
  v_from record;
begin
  select p_amount - available into v_lacks from ledger.balances where account_id = v_deposit;
  for v_from in
    select account_id, available from ledger.balances where member_id = p_member and currency = p_currency and kind in ('INTEREST', 'EARNINGS') and available > 0 order by kind desc
  loop
    exit when v_lacks <= 0;
    perform ledger.post('own_transfer', p_value_on, p_actor, p_cause,
      array[(v_from.account_id, least(v_from.available, v_lacks), null)::ledger.line, (v_deposit, -least(v_from.available, v_lacks), null)::ledger.line]);
    v_lacks := v_lacks - least(v_from.available, v_lacks);
  end loop;
  return v_deposit;
end $$;
comment on function funding.gather is 'Brings an amount together in DEPOSIT.';
