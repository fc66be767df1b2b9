/* Posts the opposite of a journal, once (`already_decided` the second time), and answers the new journal's id. */
create or replace function ledger.reverse(p_journal bigint, p_value_on date, p_actor bigint, p_cause uuid) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_lines ledger.line[];
begin
  if exists (select from ledger.journals where id = p_journal and kind = 'reversal') then
    perform core.refuse('not_permitted');
  end if;
  v_lines := array(select (account_id, -amount, source_id)::ledger.line from ledger.lines where journal_id = p_journal order by line_no);
  if cardinality(v_lines) = 0 then
    perform core.refuse('not_found');
  end if;
  return ledger.post('reversal', p_value_on, p_actor, p_cause, v_lines, p_journal);
exception when unique_violation then
  perform core.refuse('already_decided');
  return null;
end $$;
comment on function ledger.reverse is 'Reverses a journal, once.';
