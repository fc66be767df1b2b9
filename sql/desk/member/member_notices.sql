-- owner: reader
/* What the portal has told the caller, newest first, keyset by (time, id); with how many of each kind are unread.
   Of an announcement the facts are its id and its `titles` by language, as they stand now. */
create or replace function desk.member_notices(p_token text, p_kind text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_rows messaging.notices[];
begin
  select array_agg(x order by x.told_at desc, x.id desc) into v_rows from (
    select n.* from messaging.notices n where n.member_id = v_caller.actor_id and (p_kind is null or n.kind = p_kind)
       and (p_cursor is null or (n.told_at, n.id) < (v_cursor.at, v_cursor.id)) order by n.told_at desc, n.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'template', n.template, 'facts', n.facts || coalesce((select jsonb_build_object('announcement', a.id, 'titles', jsonb_strip_nulls(jsonb_build_object('en', t.title_en, 'es', t.title_es, 'hi', t.title_hi)))
        from messaging.announcements a join messaging.announcement_versions t on t.announcement_id = a.id and t.number = a.version where a.id = n.announcement_id), '{}'), 'told_at', n.told_at, 'read', n.read_at is not null) order by n.told_at desc, n.id desc)
      from unnest(v_rows[1:v_limit]) n), '[]'),
    'unread', (select coalesce(jsonb_object_agg(u.kind, u.count), '{}') from (select n.kind, count(*) as count from messaging.notices n where n.member_id = v_caller.actor_id and n.read_at is null group by n.kind) u),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).told_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.member_notices is 'What the portal has told the caller.';
