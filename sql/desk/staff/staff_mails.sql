-- owner: reader
/* Mails, newest first, keyset: those that wait, were sent or set aside, or to an address. What they say is not shown: it is their reader's. */
create or replace function desk.staff_mails(p_token text, p_state text default null, p_search text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'jobs.read');
  v_limit integer := core.page_size(p_limit);
  v_cursor record := desk.read_cursor(p_cursor);
  v_search text := core.clean_text(p_search, 'search', 254);
  v_rows outbox.mails[];
begin
  select array_agg(x order by x.created_at desc, x.id desc) into v_rows from (
    select m.* from outbox.mails m
     where (p_state is null or m.state = p_state) and (v_search is null or m.to_email = lower(v_search) or m.template = v_search)
       and (p_cursor is null or (m.created_at, m.id) < (v_cursor.at, v_cursor.id))
     order by m.created_at desc, m.id desc limit v_limit + 1) x;
  return jsonb_build_object(
    'items', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'template', r.template, 'to', r.to_email, 'language', r.language, 'state', r.state, 'attempts', r.attempts, 'error', r.error, 'created_at', r.created_at, 'sent_at', r.sent_at) order by r.created_at desc, r.id desc) from unnest(v_rows[1:v_limit]) r), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).created_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_mails is 'Mails that wait, were sent or set aside.';
