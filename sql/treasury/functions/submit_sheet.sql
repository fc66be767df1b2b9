/* Writes a day down as it stands, to be signed. Refuses a day that is not over (`invalid_input`), one that has a sheet already
   (`already_open`), and with `not_reconciled` and a reason: `no_statement` (none reaches that day), `unexplained` (an item has no
   explanation), `remainder` (lines are missing). Answers the sheet. Locks the account. */
create or replace function treasury.submit_sheet(p_account bigint, p_on date, p_today date, p_by bigint, p_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_figures treasury.day_figures;
  v_id uuid;
  v_currency text;
begin
  if p_on is null or p_on >= p_today then perform core.refuse('invalid_input', 'on', jsonb_build_object('reason', 'day_not_over')); end if;
  perform treasury.lock_reconciled(p_account);
  if exists (select from treasury.sheets where account_id = p_account and day_on = p_on and state in ('submitted', 'signed')) then perform core.refuse('already_open'); end if;
  v_figures := treasury.day_figures(p_account, p_on);
  if v_figures.bank_balance is null or not treasury.reached(p_account, p_on) then perform core.refuse('not_reconciled', null, jsonb_build_object('context', 'no_statement')); end if;
  if v_figures.unexplained > 0 then perform core.refuse('not_reconciled', null, jsonb_build_object('context', 'unexplained', 'items', v_figures.unexplained)); end if;
  select currency into v_currency from ledger.accounts where id = p_account;
  if v_figures.remainder <> 0 then
    perform core.refuse('not_reconciled', null, jsonb_build_object('context', 'remainder', 'amount', core.format_amount(v_figures.remainder, v_currency), 'currency', v_currency));
  end if;
  insert into treasury.sheets (account_id, day_on, currency, requirement, bank_balance, opening_difference, bank_sum, books_sum, matched_count, fingerprint, submitted_by, submitted_at)
  values (p_account, p_on, v_currency, v_figures.requirement, v_figures.bank_balance, v_figures.opening_difference, v_figures.bank_sum, v_figures.books_sum, v_figures.matched_count,
          v_figures.fingerprint, p_by, p_at) returning id into v_id;
  insert into treasury.sheet_items (sheet_id, item_no, side, line_id, journal_id, line_no, amount, dated_on, reason, note, explained_by)
  select v_id, row_number() over (order by i.side, i.dated_on, i.line_id, i.journal_id, i.line_no), i.side, i.line_id, i.journal_id, i.line_no, i.amount, i.dated_on, i.reason, i.note, i.explained_by
    from treasury.open_items(p_account, p_on) i;
  return v_id;
end $$;
comment on function treasury.submit_sheet is 'Writes a day down as it stands, to be signed.';
