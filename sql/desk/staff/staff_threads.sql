-- owner: reader
/* Conversations, the last written first: open or closed, of a kind, the caller's own or nobody's; search by reference, subject or member. */
create or replace function desk.staff_threads(p_token text, p_state text default null, p_kind text default null, p_assigned text default null, p_search text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.read');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_rows messaging.threads[];
  v_search text := core.clean_text(p_search, 'search', 80);
  v_members bigint[] := case when v_search is not null then array(select desk.members_called(v_search)) end;
  v_about uuid[] := case when v_search is not null then array(select desk.threads_about(v_search)) end;
  v_at timestamptz := core.business_now();
begin
  select array_agg(x order by x.last_at desc, x.id desc) into v_rows from (
    select t.* from messaging.threads t
     where (p_state is null or (t.closed_at is null) = (p_state = 'open')) and (p_kind is null or t.kind = p_kind)
       and (p_assigned is null or case p_assigned when 'mine' then t.assignee_id = v_caller.actor_id else t.assignee_id is null end)
       and (v_search is null or t.reference = upper(v_search) or t.id = any (v_about) or t.member_id = any (v_members))
       and (p_cursor is null or (t.last_at, t.id) < (v_cursor.at, v_cursor.id))
     order by t.last_at desc, t.id desc limit v_limit + 1) x;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_staff_thread(t, v_at) order by t.last_at desc, t.id desc) from unnest(v_rows[1:v_limit]) t), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).last_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_threads is 'Conversations, the last written first.';
