/* Moves one account by one line and answers the account's currency. An appended account is not locked by an increase. */
create or replace function ledger.balance_line(p_line ledger.lines) returns text
language plpgsql volatile as $$
declare
  v_currency text;
  v_balance record;
begin
  update ledger.account_balances b set balance = b.balance + p_line.amount * b.side where b.account_id = p_line.account_id and not b.appended
  returning b.currency into v_currency;
  if found then
    return v_currency;
  end if;
  select b.side, b.floored, b.currency into v_balance from ledger.account_balances b where b.account_id = p_line.account_id;
  if not found then
    perform core.refuse('unbalanced');
  end if;
  if v_balance.floored and p_line.amount * v_balance.side < 0 then
    perform ledger.append_or_fold(array[(p_line.journal_id, p_line.line_no, p_line.account_id, p_line.amount)::ledger.unfolded]);
  else
    insert into ledger.unfolded (journal_id, line_no, account_id, amount) values (p_line.journal_id, p_line.line_no, p_line.account_id, p_line.amount * v_balance.side);
  end if;
  return v_balance.currency;
end $$;
comment on function ledger.balance_line is 'Moves one account by one line.';
