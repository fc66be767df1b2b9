/* Begins the import of a statement file. The first one says from which day on the account is reconciled and what the bank held before
   (minor units); one that reaches further back moves the beginning, as long as no sheet stands on it. Without any beginning:
   `invalid_input` at `opening`. Closing balances are [{on, balance}] in minor units. Answers the statement. */
create or replace function treasury.open_statement(p_account bigint, p_file_name text, p_hash bytea, p_format text, p_begins_on date, p_opening bigint, p_closings jsonb, p_by bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_account treasury.reconciled_accounts := treasury.lock_reconciled(p_account);
  v_id uuid;
begin
  if p_begins_on is not null and p_opening is not null and (v_account.begins_on is null
       or p_begins_on < v_account.begins_on and not exists (select from treasury.sheets where account_id = p_account and state in ('submitted', 'signed'))) then
    update treasury.reconciled_accounts set begins_on = p_begins_on, opening = p_opening where account_id = p_account;
  elsif v_account.begins_on is null then
    perform core.refuse('invalid_input', 'opening', jsonb_build_object('reason', 'opening_missing'));
  end if;
  insert into treasury.statements (account_id, file_name, file_hash, format, imported_by, imported_at)
  values (p_account, p_file_name, p_hash, p_format, p_by, p_at) returning id into v_id;
  insert into treasury.stated_balances (statement_id, account_id, day_on, balance)
  select v_id, p_account, c.day_on, c.balance from jsonb_to_recordset(p_closings) as c (day_on date, balance bigint)
  on conflict on constraint a_statement_closes_a_day_once do nothing;
  return v_id;
end $$;
comment on function treasury.open_statement is 'Begins the import of a statement file.';
