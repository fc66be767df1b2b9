/* Law: a reversal is the opposite of the journal it names, account by account. Of journals after p_after, or of all. All lines of both are joined
   at once: asked for each reversal alone, the range index of a busy day's lines would read the same pages again and again. */
create or replace function ledger.reversal_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  with r as (
    select j.id, j.reverses_id, j.kind from ledger.journals j where j.reverses_id is not null and j.id > coalesce(p_after, 0)
  ), d as (
    select s.id, max(abs(s.sum)) as off from (
      select p.id, l.account_id, sum(l.amount) as sum from (select r.id, r.id as journal_id from r union all select r.id, r.reverses_id from r) p
        join ledger.lines l on l.journal_id = p.journal_id group by p.id, l.account_id) s
     group by s.id having max(abs(s.sum)) > 0
  )
  select 'a reversal is the opposite of its journal', 'journal ' || r.id, 'the opposite of journal ' || r.reverses_id, coalesce('a difference of ' || d.off, 'a journal of kind ' || r.kind)
    from r left join d on d.id = r.id where d.id is not null or r.kind <> 'reversal'
$$;
comment on function ledger.reversal_faults is 'Reversals that are not the opposite of their journal.';
