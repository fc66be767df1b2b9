/* Trigger: an account's held is the sum of its open holds, because nothing else moves it; a hold ends once and is never edited. */
create or replace function ledger.follow_hold() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then
      perform core.refuse('immutable', null, jsonb_build_object('table', 'ledger.holds', 'operation', 'insert'));
    end if;
    update ledger.account_balances set held = held + new.amount where account_id = new.account_id;
  elsif tg_op = 'UPDATE' and old.state = 'open' and new.state <> 'open'
        and (new.id, new.account_id, new.amount, new.reason, new.placed_at) = (old.id, old.account_id, old.amount, old.reason, old.placed_at) then
    update ledger.account_balances set held = held - old.amount where account_id = old.account_id;
  else
    perform core.refuse('immutable', null, jsonb_build_object('table', 'ledger.holds', 'operation', tg_op));
  end if;
  return null;
end $$;
comment on function ledger.follow_hold is 'Trigger: held follows the open holds.';
