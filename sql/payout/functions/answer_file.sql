/* What the bank says of a file's lines: each payout arrived (paid) or came back (returned, with the reason). All of it or nothing: the first line that
   does not fit (payout.answer_faults) is `bank_answer_wrong` with its number and why. Lines: [{line, reference, amount?, outcome, reason?}].
   Answers how many were paid and returned. */
create or replace function payout.answer_file(p_file uuid, p_lines jsonb, p_value_on date, p_actor bigint, p_at timestamptz, out paid integer, out returned integer)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_line record;
  v_fault record;
begin
  paid := 0; returned := 0;
  -- Locked in one statement, read in the next: what another answer has said meanwhile is known.
  perform from payout.payouts p where p.file_id = p_file order by p.id for update;
  select f.line, f.fault into v_fault from payout.answer_faults(p_file, p_lines) f limit 1;
  if found then perform core.refuse('bank_answer_wrong', 'file', jsonb_build_object('line', v_fault.line, 'context', v_fault.fault)); end if;
  for v_line in
    select l.outcome, case l.outcome when 'returned' then core.clean_text(l.reason, 'file', 500) end as reason, p.id
      from jsonb_to_recordset(p_lines) l (line integer, reference text, outcome text, reason text)
      join payout.payouts p on p.file_id = p_file and p.reference = l.reference order by l.line
  loop
    perform payout.close_payout(v_line.id, v_line.outcome, v_line.reason, p_value_on, p_actor, p_at);
    if v_line.outcome = 'paid' then paid := paid + 1; else returned := returned + 1; end if;
  end loop;
end $$;
comment on function payout.answer_file is 'What the bank says of a file''s lines.';
