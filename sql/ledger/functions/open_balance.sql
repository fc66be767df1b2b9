/* Trigger: every account has its balance row from the moment it is opened. */
create or replace function ledger.open_balance() returns trigger
language plpgsql volatile as $$
begin
  insert into ledger.account_balances (account_id, side, floored, appended, currency, floor)
  values (new.id, new.side, new.floored, new.appended, new.currency, case when new.floored then 0 else -9000000000000000000 end);
  return null;
end $$;
comment on function ledger.open_balance is 'Trigger: an account''s balance row.';
