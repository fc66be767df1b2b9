/* The operator's documents whose review or end comes within thirty days after a day, or has passed, with the key under which officers are told once of
   each: before, and after. A version that was replaced says nothing any more. */
create or replace function compliance.papers_due(p_on date) returns table (paper_id uuid, title text, what text, due_on date, passed boolean, dedupe_key text)
language sql stable security definer set search_path = '' as $$
  select p.id, p.title, d.what, d.due_on, d.due_on < p_on, 'paper:' || v.id || ':' || d.what || ':' || d.due_on || ':' || case when d.due_on < p_on then 'passed' else 'near' end
    from compliance.papers p
    join lateral (select x.* from compliance.paper_versions x where x.paper_id = p.id order by x.no desc limit 1) v on true
    cross join lateral (values ('review', p.review_on), ('end', v.valid_until)) d (what, due_on)
   where p.retired_at is null and d.due_on <= p_on + 30
$$;
comment on function compliance.papers_due is 'The operator''s documents that somebody has to look at.';
