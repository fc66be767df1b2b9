/* Takes a match back (`not_found` when there is none). What a standing sheet rests upon stays: `already_decided`. Locks the account. */
create or replace function treasury.unmatch(p_line uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_account bigint;
begin
  select account_id into v_account from treasury.statement_lines where id = p_line;
  if not found then perform core.refuse('not_found', 'line'); end if;
  perform treasury.lock_reconciled(v_account);
  if exists (select from treasury.matches m join treasury.statement_lines l on l.id = m.line_id
       join ledger.lines e on (e.account_id, e.journal_id, e.line_no) = (m.account_id, m.journal_id, m.line_no)
       join treasury.sheets s on s.account_id = v_account and s.state in ('submitted', 'signed') and s.day_on >= greatest(l.booked_on, e.value_on) and s.submitted_at >= m.matched_at
      where m.line_id = p_line) then
    perform core.refuse('already_decided', 'line');
  end if;
  delete from treasury.matches where line_id = p_line;
  if not found then perform core.refuse('not_found', 'line'); end if;
end $$;
comment on function treasury.unmatch is 'Takes a match back.';
