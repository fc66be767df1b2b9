-- owner: reader
/* What was found in the books: findings that wait, oldest first (at most 200), those that were cleared, newest first, keyset by (time, id), and
   when the books were last looked at. */
create or replace function desk.staff_watch(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'findings.read');
  v_limit integer := core.page_size(p_limit);
  v_rows audit.findings[];
  v_cursor record := desk.read_cursor(p_cursor);
begin
  select array_agg(x order by x.cleared_at desc, x.id desc) into v_rows from (
    select r.* from audit.findings r where r.cleared_at is not null and (p_cursor is null or (r.cleared_at, r.id) < (v_cursor.at, v_cursor.id)) order by r.cleared_at desc, r.id desc limit v_limit + 1) x;
  return jsonb_build_object(
    'open', (select coalesce(jsonb_agg(desk.json_finding(f) order by f.raised_at, f.id), '[]') from (select o.* from audit.findings o where o.cleared_at is null order by o.raised_at, o.id limit 200) f),
    'items', coalesce((select jsonb_agg(desk.json_finding(r) order by r.cleared_at desc, r.id desc) from unnest(v_rows[1:v_limit]) r), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).cleared_at, (v_rows[v_limit]).id) end,
    'changes_at', (select r.began_at from audit.watch_runs r where r.form = 'changes' and r.took_ms is not null order by r.id desc limit 1),
    'everything', (select coalesce(jsonb_agg(jsonb_build_object('domain', d.domain, 'at', d.began_at, 'took_ms', d.took_ms) order by d.domain), '[]')
                     from (select distinct on (r.domain) r.domain, r.began_at, r.took_ms from audit.watch_runs r where r.form = 'everything' order by r.domain, r.id desc) d));
end $$;
comment on function desk.staff_watch is 'What was found in the books.';
