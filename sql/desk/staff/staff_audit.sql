-- owner: reader
/* The audit log, newest first, keyset by number: of a person (name or address, staff or member), an action, an object's id, and between two
   days of the operator's time zone. Refuses `invalid_input` at p_until when the days are reversed. */
create or replace function desk.staff_audit(p_token text, p_person text default null, p_action text default null, p_object text default null, p_from date default null, p_until date default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'audit.read');
  v_limit integer := core.page_size(p_limit);
  v_before bigint;
  v_bounds record := desk.day_bounds(p_from, p_until);
  v_person text := core.clean_text(p_person, 'person', 80);
  v_object text := core.clean_text(p_object, 'object', 80);
  v_people bigint[];
  v_rows audit.log[];
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::bigint;
  end if;
  if v_person is not null then
    -- As the list of members finds them; what is looked for are people, of whom five hundred are enough.
    v_people := array(
      select s.id from identity.staff s where s.email = lower(v_person) or s.name ilike '%' || desk.like_text(v_person) || '%'
      union all
      select desk.members_called(v_person));
  end if;
  select array_agg(x order by x.id desc) into v_rows from (
    select e.* from audit.log e
     where (v_before is null or e.id < v_before) and (v_people is null or e.actor_id = any (v_people) or e.on_behalf_of = any (v_people))
       and (p_action is null or e.action = p_action) and (v_object is null or e.object_id = v_object)
       and (v_bounds.from_at is null or e.at >= v_bounds.from_at) and (v_bounds.until_at is null or e.at < v_bounds.until_at)
     order by e.id desc limit v_limit + 1) x;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object(
    'items', coalesce((select jsonb_agg(desk.json_entry(r) order by r.id desc) from unnest(v_rows[1:v_limit]) r), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id::text end,
    'sealed', (select jsonb_build_object('number', s.id::text, 'at', ledger.exact_time(s.sealed_at), 'root', encode(s.root, 'hex')) from audit.seals s order by s.id desc limit 1));
end $$;
comment on function desk.staff_audit is 'The audit log, newest first.';
