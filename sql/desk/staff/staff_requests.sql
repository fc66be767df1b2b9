-- owner: reader
/* The approval queue: newest first, keyset; search by reference, subject or member. */
create or replace function desk.staff_requests(p_token text, p_state text default null, p_kind text default null, p_search text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'requests.read');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_rows approval.requests[];
  v_search text := core.clean_text(p_search, 'search', 80);
  v_members bigint[] := case when v_search is not null then array(select desk.members_called(v_search)) end;
  v_labelled uuid[] := case when v_search is not null then array(select desk.requests_labelled(v_search)) end;
begin
  select array_agg(x order by x.created_at desc, x.id desc) into v_rows from (
    select r.* from approval.requests r
     where (p_state is null or r.state = p_state) and (p_kind is null or r.kind = p_kind)
       and (v_search is null or r.reference = upper(v_search) or r.id = any (v_labelled) or r.beneficiary_id = any (v_members))
       and (p_cursor is null or (r.created_at, r.id) < (v_cursor.at, v_cursor.id))
     order by r.created_at desc, r.id desc limit v_limit + 1) x;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_request(r, v_caller) order by r.created_at desc, r.id desc) from unnest(v_rows[1:v_limit]) r), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).created_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_requests is 'The approval queue: newest first, keyset; search by reference, subject or member.';
