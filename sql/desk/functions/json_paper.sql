/* A document of the operator as staff see it on a day, with every version. */
create or replace function desk.json_paper(p_paper compliance.papers, p_on date) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_paper).id, 'kind', (p_paper).kind, 'title', (p_paper).title, 'issuer', (p_paper).issuer, 'public', (p_paper).public, 'review_on', (p_paper).review_on,
    'retired_at', (p_paper).retired_at, 'valid_until', l.valid_until,
    'due', (p_paper).retired_at is null and least((p_paper).review_on, l.valid_until) <= p_on + 30,
    'state', case when (p_paper).retired_at is not null then 'retired' when (compliance.version_in_force((p_paper).id, p_on)).id is not null then 'active' when l.valid_from > p_on then 'soon' else 'expired' end,
    'versions', (select jsonb_agg(jsonb_build_object('id', v.id, 'no', v.no, 'valid_from', v.valid_from, 'valid_until', v.valid_until, 'name', v.name, 'bytes', v.bytes, 'added_at', v.added_at, 'added_by', identity.person_name(v.added_by)) order by v.no desc)
      from compliance.paper_versions v where v.paper_id = (p_paper).id))
    from compliance.paper_versions l where l.paper_id = (p_paper).id order by l.no desc limit 1
$$;
comment on function desk.json_paper is 'A document of the operator.';
