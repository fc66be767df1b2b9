/* What the bank says of a file's lines: each payout arrived (paid) or came back (returned, with the reason). All of it or nothing: a line that is not
   in the file, stands there twice, names another amount or was answered before is `bank_answer_wrong` with its number and why. Lines:
   [{line, reference, amount?, outcome, reason?}]. Answers how many were paid and returned. */
create or replace function payout.answer_file(p_file uuid, p_lines jsonb, p_value_on date, p_actor bigint, p_at timestamptz, out paid integer, out returned integer)
language plpgsql volatile security definer set search_path = '' as $$
declare v_line record;
begin
  paid := 0; returned := 0;
  -- Locked in one statement, read in the next: what another answer has said meanwhile is known.
  perform from payout.payouts p where p.file_id = p_file order by p.id for update;
  for v_line in
    select l.line, l.outcome, c.reason, p.id, case
        when l.outcome is null or l.outcome not in ('paid', 'returned') then 'unknown_outcome'
        when p.id is null then 'foreign_line'
        when count(*) over (partition by l.reference) > 1 then 'repeated_line'
        when l.amount is not null and core.parse_amount(l.amount, p.currency, 'file') <> p.bank then 'other_amount'
        when p.state <> 'sent' then 'already_decided'
        when l.outcome = 'returned' and c.reason is null then 'no_reason' end as wrong
      from jsonb_to_recordset(p_lines) l (line integer, reference text, amount text, outcome text, reason text)
      cross join lateral (select case l.outcome when 'returned' then core.clean_text(l.reason, 'file', 500) end as reason) c
      left join payout.payouts p on p.file_id = p_file and p.reference = l.reference
     order by l.line
  loop
    if v_line.wrong is not null then perform core.refuse('bank_answer_wrong', 'file', jsonb_build_object('line', v_line.line, 'context', v_line.wrong)); end if;
    perform payout.close_payout(v_line.id, v_line.outcome, v_line.reason, p_value_on, p_actor, p_at);
    if v_line.outcome = 'paid' then paid := paid + 1; else returned := returned + 1; end if;
  end loop;
end $$;
comment on function payout.answer_file is 'What the bank says of a file''s lines.';
