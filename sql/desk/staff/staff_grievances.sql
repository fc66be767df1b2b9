-- owner: reader
/* Open grievances, the clock that runs out first on top, keyset by (due, id); with how many are past a clock. */
create or replace function desk.staff_grievances(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.read');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_rows messaging.threads[];
  v_at timestamptz := core.business_now();
begin
  select array_agg(x order by x.due_at, x.id) into v_rows from (
    select t.* from messaging.threads t where t.due_at is not null and (p_cursor is null or (t.due_at, t.id) > (v_cursor.at, v_cursor.id)) order by t.due_at, t.id limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_staff_thread(t, v_at) order by t.due_at, t.id) from unnest(v_rows[1:v_limit]) t), '[]'),
    'late', (select count(*) from messaging.threads t where t.due_at < v_at),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).due_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_grievances is 'Open grievances, the clock that runs out first on top.';
