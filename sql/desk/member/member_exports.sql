-- owner: reader
/* Files about the caller that a worker makes or has made, newest first, keyset by (time, id). `rows` is how many all of the caller's data has, `rows_at_once` up to how many a file is made while the caller waits. */
create or replace function desk.member_exports(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_after record := desk.read_cursor(p_cursor);
  v_rows office.exports[];
begin
  select array_agg(x order by x.asked_at desc, x.id desc) into v_rows
    from (select e.* from office.exports e where e.member_id = v_caller.actor_id and (v_after.at is null or (e.asked_at, e.id) < (v_after.at, v_after.id)) order by e.asked_at desc, e.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_own_export(e) order by e.asked_at desc, e.id desc) from unnest(v_rows[1:v_limit]) e), '[]'),
    'rows', desk.own_rows(desk.own_member(v_caller)), 'rows_at_once', office.rows_at_once(),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).asked_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.member_exports is 'Files about the caller.';
