-- owner: reader
/* The caller's conversations, the last written first, keyset by (time, id). */
create or replace function desk.member_threads(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_rows messaging.threads[];
  v_at timestamptz := core.business_now();
begin
  select array_agg(x order by x.last_at desc, x.id desc) into v_rows from (
    select t.* from messaging.threads t where t.member_id = v_caller.actor_id and (p_cursor is null or (t.last_at, t.id) < (v_cursor.at, v_cursor.id)) order by t.last_at desc, t.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_thread(t, 'member', v_at) order by t.last_at desc, t.id desc) from unnest(v_rows[1:v_limit]) t), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).last_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.member_threads is 'The caller''s conversations.';
