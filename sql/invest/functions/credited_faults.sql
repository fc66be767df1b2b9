/* Law: every line that credits a contract is a recorded day of it, with the same amount: posted at once, or by the item it waited as. Of
   journals after p_after, or of all. */
create or replace function invest.credited_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a credited day is recorded', 'line ' || l.journal_id || '/' || l.line_no, 'day ' || coalesce((l.value_on - i.start_on)::text, '?') || ' of ' || -l.amount || ' to account ' || coalesce(i.interest_account_id::text, '?'),
         coalesce('day of ' || a.amount || ' by ' || coalesce('journal ' || coalesce(a.journal_id, t.journal_id), 'nothing'), 'none')
    from ledger.journals j join ledger.lines l on l.journal_id = j.id
    left join invest.investments i on i.id = l.source_id
    left join invest.accruals a on a.investment_id = i.id and a.k = l.value_on - i.start_on
    left join treasury.items t on a.journal_id is null and t.journal_kind = 'accrual' and t.source_order = a.investment_id and t.k = a.k
   where j.id > coalesce(p_after, 0) and l.journal_id > coalesce(p_after, 0) and j.kind = 'accrual' and l.source_id is not null
     and (i.interest_account_id, a.amount, coalesce(a.journal_id, t.journal_id)) is distinct from (l.account_id, -l.amount, l.journal_id)
$$;
comment on function invest.credited_faults is 'Credits of contracts that are no recorded day.';
