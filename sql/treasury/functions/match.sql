/* Says which bank lines are which entries of the books: three arrays of one length. By a person: `already_matched` when either is taken,
   `not_found` for a line of another account, `amount_differs` when they are not equal. By reference: what is taken meanwhile is passed
   over. Answers how many were matched. Locks the account. */
create or replace function treasury.match(p_account bigint, p_lines uuid[], p_journals bigint[], p_line_nos integer[], p_how text, p_by bigint, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_count bigint;
begin
  perform treasury.lock_reconciled(p_account);
  if p_how = 'person' and exists (select from treasury.matches m join unnest(p_lines, p_journals, p_line_nos) g (line_id, journal_id, line_no)
      on m.line_id = g.line_id or (m.account_id, m.journal_id, m.line_no) = (p_account, g.journal_id, g.line_no)) then
    perform core.refuse('already_matched');
  end if;
  insert into treasury.matches (line_id, account_id, journal_id, line_no, how, matched_by, matched_at)
  select g.line_id, p_account, g.journal_id, g.line_no, p_how, p_by, p_at from unnest(p_lines, p_journals, p_line_nos) g (line_id, journal_id, line_no)
  on conflict do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
comment on function treasury.match is 'Says which bank lines are which entries of the books.';
