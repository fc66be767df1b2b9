-- owner: reader
/* Members, newest first; search as desk.members_called. */
create or replace function desk.staff_members(p_token text, p_search text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.read');
  v_limit integer := core.page_size(p_limit);
  v_before bigint;
  v_search text := core.clean_text(p_search, 'search', 80);
  v_called bigint[];
  v_rows identity.members[];
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::bigint;
  end if;
  if v_search is not null then v_called := array(select desk.members_called(v_search, v_before, v_limit + 1)); end if;
  select array_agg(x order by x.id desc) into v_rows from (
    select m.* from identity.members m where (v_before is null or m.id < v_before)
       and (v_search is null or m.id = any (v_called))
     order by m.id desc limit v_limit + 1) x;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_member(m) || jsonb_build_object('wallets', desk.json_wallets(m.id)) order by m.id desc) from unnest(v_rows[1:v_limit]) m), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id::text end);
end $$;
comment on function desk.staff_members is 'Members, newest first.';
