/* Trigger, whatever function writes: a bank line and an entry of the books are one only in the same account and amount. */
create or replace function treasury.guard_match() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare v_line treasury.statement_lines; v_amount bigint;
begin
  select * into v_line from treasury.statement_lines where id = new.line_id;
  select amount into v_amount from ledger.lines where account_id = new.account_id and journal_id = new.journal_id and line_no = new.line_no;
  if v_line.account_id is distinct from new.account_id or v_amount is null then
    perform core.refuse('not_found', 'entry');
  end if;
  if v_line.amount <> v_amount then
    perform core.refuse('amount_differs', 'entry');
  end if;
  return new;
end $$;
comment on function treasury.guard_match is 'Trigger: what matches is equal.';
