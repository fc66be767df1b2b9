/* What stands on one side only at the end of a day (minor units): lines booked at the bank that no entry of the books answers by then,
   entries that no line answers by then, and what differed at the beginning. What was matched with a later day is timing by itself.
   Entries from before the beginning are part of the opening balance until a line answers them. */
create or replace function treasury.open_items(p_account bigint, p_on date) returns setof treasury.open_item
language sql stable security definer set search_path = '' as $$
  with account as (select begins_on, opening from treasury.reconciled_accounts where account_id = p_account and begins_on is not null),
  entries as materialized (
    select e.journal_id, e.line_no, e.amount, e.value_on, m.line_id, l.booked_on
      from account a join ledger.lines e on e.account_id = p_account and e.value_on <= p_on
      left join treasury.matches m on (m.account_id, m.journal_id, m.line_no) = (e.account_id, e.journal_id, e.line_no)
      left join treasury.statement_lines l on l.id = m.line_id
     where e.value_on >= a.begins_on or m.line_id is not null)
  select 'bank', l.id, null::bigint, null::integer, l.amount, l.booked_on, coalesce(x.reason, case when m.line_id is not null then 'timing' end), x.note, x.explained_by
    from account a join treasury.statement_lines l on l.account_id = p_account and l.booked_on <= p_on
    left join treasury.matches m on m.line_id = l.id
    left join ledger.lines e on (e.account_id, e.journal_id, e.line_no) = (m.account_id, m.journal_id, m.line_no)
    left join treasury.explanations x on x.line_id = l.id
   where m.line_id is null or e.value_on > p_on
  union all
  select 'books', null, n.journal_id, n.line_no, n.amount, n.value_on, coalesce(x.reason, case when n.line_id is not null then 'timing' end), x.note, x.explained_by
    from entries n left join treasury.explanations x on (x.account_id, x.journal_id, x.line_no) = (p_account, n.journal_id, n.line_no)
   where n.line_id is null or n.booked_on > p_on
  union all
  select 'opening', null, null, null, d.difference, d.begins_on, x.reason, x.note, x.explained_by
    from (select a.begins_on, a.opening - coalesce(ledger.balance_as_of(p_account, a.begins_on - 1), 0)
                 + coalesce((select sum(n.amount) from entries n where n.value_on < a.begins_on), 0)::bigint as difference from account a) d
    left join treasury.explanations x on x.account_id = p_account and x.line_id is null and x.journal_id is null
   where d.difference <> 0 and d.begins_on <= p_on
$$;
comment on function treasury.open_items is 'What stands on one side only at the end of a day.';
