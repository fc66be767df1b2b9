/* What does not fit in a bank's answer to a file, by line: a payout that is not in the file (`foreign_line`) or stands in the answer twice (`repeated_line`), another amount
   (`other_amount`), one that was answered before (`already_decided`), an outcome nobody knows (`unknown_outcome`), a return without its reason (`no_reason`). */
create or replace function payout.answer_faults(p_file uuid, p_lines jsonb) returns table (line integer, fault text)
language sql stable security definer set search_path = '' as $$
  select x.line, x.fault from (
    select l.line, case
        when l.outcome is null or l.outcome not in ('paid', 'returned') then 'unknown_outcome'
        when p.id is null then 'foreign_line'
        when count(*) over (partition by l.reference) > 1 then 'repeated_line'
        when l.amount is not null and core.parse_amount(l.amount, p.currency, 'file') <> p.bank then 'other_amount'
        when p.state <> 'sent' then 'already_decided'
        when l.outcome = 'returned' and core.clean_text(l.reason, 'file', 500) is null then 'no_reason' end as fault
      from jsonb_to_recordset(p_lines) l (line integer, reference text, amount text, outcome text, reason text)
      left join payout.payouts p on p.file_id = p_file and p.reference = l.reference) x
   where x.fault is not null order by x.line
$$;
comment on function payout.answer_faults is 'What does not fit in a bank''s answer to a file.';
