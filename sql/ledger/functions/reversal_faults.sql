/* Law: a reversal is the opposite of the journal it names, account by account. Of journals after p_after, or of all. */
create or replace function ledger.reversal_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a reversal is the opposite of its journal', 'journal ' || r.id, 'the opposite of journal ' || r.reverses_id, coalesce('a difference of ' || d.off, 'a journal of kind ' || r.kind)
    from ledger.journals r
    left join lateral (select max(abs(s.sum)) as off from (select sum(l.amount) as sum from ledger.lines l where l.journal_id in (r.id, r.reverses_id) group by l.account_id) s having max(abs(s.sum)) > 0) d on true
   where r.reverses_id is not null and r.id > coalesce(p_after, 0) and (d.off is not null or r.kind <> 'reversal')
$$;
comment on function ledger.reversal_faults is 'Reversals that are not the opposite of their journal.';
