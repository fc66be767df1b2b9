/* What an unmatched bank line might be in the books: unmatched entries of the same amount within ten days, those that share a reference and then the
   nearest first, five at most. */
create or replace function desk.line_candidates(p_line uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('entry', c.journal_id || '-' || c.line_no, 'on', c.value_on, 'kind', c.kind, 'reference', c.reference)) order by c.far, c.journal_id), '[]')
    from (select e.*, abs(e.value_on - l.booked_on) as far from treasury.statement_lines l
            cross join lateral desk.entry_references(l.account_id, l.booked_on - 10) e
           where l.id = p_line and e.amount = l.amount and e.value_on <= l.booked_on + 10
             and not exists (select from treasury.matches m where m.line_id = l.id)
             and not exists (select from treasury.matches m where (m.account_id, m.journal_id, m.line_no) = (l.account_id, e.journal_id, e.line_no))
           order by abs(e.value_on - l.booked_on), e.journal_id limit 5) c
$$;
comment on function desk.line_candidates is 'What an unmatched bank line might be.';
