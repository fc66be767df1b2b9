-- owner: reader
/* What the company has told the caller: announcements whose time has come, those that are over too, the last published first, keyset by (time, id). */
create or replace function desk.member_announcements(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_at timestamptz := core.business_now();
  v_rows messaging.announcements[];
begin
  select array_agg(x order by x.published_at desc, x.id desc) into v_rows from (
    select a.* from messaging.announcements a join messaging.announcement_versions t on t.announcement_id = a.id and t.number = a.version
     where a.published_at is not null and a.withdrawn_at is null and t.from_at <= v_at and desk.addressed(t.audience, v_caller.actor_id)
       and (p_cursor is null or (a.published_at, a.id) < (v_cursor.at, v_cursor.id)) order by a.published_at desc, a.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_announcement(t) || jsonb_build_object('over', coalesce(t.until_at <= v_at, false)) order by a.published_at desc, a.id desc)
      from unnest(v_rows[1:v_limit]) a join messaging.announcement_versions t on t.announcement_id = a.id and t.number = a.version), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).published_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.member_announcements is 'What the company has told the caller.';
