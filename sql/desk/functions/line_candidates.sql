/* What unmatched bank lines might be in the books: unmatched entries of the same amount within ten days, the nearest first, five at most for each.
   One pass over the account's entries, however many lines are asked about. */
create or replace function desk.line_candidates(p_account bigint, p_lines uuid[]) returns table (line_id uuid, candidates jsonb)
language sql stable set search_path = '' as $$
  with lines as materialized (
    select l.id, l.amount, l.booked_on from treasury.statement_lines l where l.account_id = p_account and l.id = any (p_lines) and not exists (select from treasury.matches m where m.line_id = l.id)
  ), near as (
    select l.id, e.*, abs(e.value_on - l.booked_on) as far, row_number() over (partition by l.id order by abs(e.value_on - l.booked_on), e.journal_id, e.line_no) as place
      from lines l join desk.entry_references(p_account, (select min(x.booked_on) - 10 from lines x)) e on e.amount = l.amount and e.value_on between l.booked_on - 10 and l.booked_on + 10
     where not exists (select from treasury.matches m where (m.account_id, m.journal_id, m.line_no) = (p_account, e.journal_id, e.line_no))
  )
  select n.id, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('entry', n.journal_id || '-' || n.line_no, 'on', n.value_on, 'kind', n.kind, 'reference', n.reference)) order by n.place)
    from near n where n.place <= 5 group by n.id
$$;
comment on function desk.line_candidates is 'What unmatched bank lines might be.';
