/* Law: a line belongs to a journal and has its value date. Of journals after p_after, or of all. */
create or replace function ledger.line_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a line belongs to a journal', 'line ' || l.journal_id || '/' || l.line_no, coalesce('a journal of ' || l.value_on, 'a journal'), coalesce('one of ' || j.value_on, 'none')
    from ledger.lines l left join ledger.journals j on j.id = l.journal_id
   where l.journal_id > coalesce(p_after, 0) and (j.id is null or j.value_on <> l.value_on)
$$;
comment on function ledger.line_faults is 'Lines without their journal or with another date.';
