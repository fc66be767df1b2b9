/* Law: a journal has as many lines as it says, and they sum to zero in every currency. Of journals after p_after, or of all. */
create or replace function ledger.journal_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a journal balances', 'journal ' || j.id, j.line_count || ' lines, 0', coalesce(l.lines, 0) || ' lines, ' || coalesce(l.off, 0)
    from ledger.journals j
    left join (select c.journal_id, sum(c.lines) as lines, sum(abs(c.sum)) as off from (
                 select x.journal_id, a.currency, count(*) as lines, sum(x.amount) as sum
                   from ledger.lines x join ledger.accounts a on a.id = x.account_id where x.journal_id > coalesce(p_after, 0) group by 1, 2) c group by 1) l on l.journal_id = j.id
   where j.id > coalesce(p_after, 0) and (l.lines is distinct from j.line_count or l.off <> 0)
$$;
comment on function ledger.journal_faults is 'Journals that are incomplete or do not balance.';
