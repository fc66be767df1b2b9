/* Law: a contract is matured when, and only when, its principal went back once, INVESTED to DEPOSIT, on its end. Of journals after
   p_after, or of all. */
create or replace function invest.maturity_faults(p_after bigint default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  with back as materialized (
    select l.source_id as id, array_agg(row(l.account_id, l.amount, l.value_on)::text order by l.amount desc) as lines
      from ledger.journals j join ledger.lines l on l.journal_id = j.id
     where j.id > coalesce(p_after, 0) and l.journal_id > coalesce(p_after, 0) and j.kind = 'maturity' group by 1)
  select 'matured is when the principal is back', 'investment ' || coalesce(b.id::text, 'unknown'), coalesce(i.amount || ' once on ' || i.end_on, 'a contract'), coalesce(i.state || ', ', '') || cardinality(b.lines) || ' lines'
    from back b left join invest.investments i on i.id = b.id
   where i.state is distinct from 'matured'
      or b.lines <> array[row(i.invested_account_id, i.amount, i.end_on)::text, row(i.deposit_account_id, -i.amount, i.end_on)::text]
  union all
  select 'matured is when the principal is back', 'investment ' || i.id, i.amount || ' once on ' || i.end_on, 'matured, no line'
    from invest.investments i where p_after is null and i.state = 'matured' and not exists (select from back b where b.id = i.id)
$$;
comment on function invest.maturity_faults is 'Matured without the principal back, or the other way round.';
