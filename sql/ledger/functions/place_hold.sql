/* Reserves money of an account. Available is what every spend is tested against: `insufficient_available` (or the shortage of an
   operator account) when there is not enough. */
create or replace function ledger.place_hold(p_account bigint, p_amount bigint, p_reason text, p_subject uuid, p_at timestamptz, p_expires_at timestamptz default null) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid; v_account record;
begin
  select side, floored and balance - held < p_amount as short into v_account from ledger.account_balances where account_id = p_account for no key update;
  if v_account.short then
    perform ledger.explain_shortage(array[(p_account, -p_amount * v_account.side, null)::ledger.line]);
  end if;
  insert into ledger.holds (account_id, amount, reason, subject, placed_at, expires_at)
  values (p_account, p_amount, p_reason, p_subject, p_at, p_expires_at) returning id into v_id;
  return v_id;
end $$;
comment on function ledger.place_hold is 'Reserves money.';
