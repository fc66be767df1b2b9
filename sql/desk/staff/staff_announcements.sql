-- owner: reader
/* Announcements, the last begun first, keyset by id, with where each stands. */
create or replace function desk.staff_announcements(p_token text, p_cursor uuid default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'announcements.read');
  v_limit integer := core.page_size(p_limit);
  v_at timestamptz := core.business_now();
  v_rows messaging.announcements[];
begin
  select array_agg(x order by x.id desc) into v_rows from (select a.* from messaging.announcements a where p_cursor is null or a.id < p_cursor order by a.id desc limit v_limit + 1) x;
  return jsonb_build_object(
    'items', coalesce((select jsonb_agg(desk.json_announcement(t) || jsonb_build_object('standing', desk.standing_announcement(a, t, v_at)) order by a.id desc)
      from unnest(v_rows[1:v_limit]) a join messaging.announcement_versions t on t.announcement_id = a.id and t.number = a.version), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id end);
end $$;
comment on function desk.staff_announcements is 'Announcements, the last begun first.';
