-- owner: reader
/* All bookings, newest first, keyset by (time, id); p_refunds: only those whose refund waits to be sent; p_search: by the booking's reference, or
   by the member as desk.members_called, of whom the newest five hundred are enough. */
create or replace function desk.staff_bookings(p_token text, p_refunds boolean default false, p_cursor text default null, p_limit integer default null, p_search text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'bookings.read');
  v_limit integer := core.page_size(p_limit);
  v_rows ev.bookings[];
  v_cursor record := desk.read_cursor(p_cursor);
  v_search text := core.clean_text(p_search, 'search', 80);
  v_members bigint[] := case when v_search is not null then array(select desk.members_called(v_search)) end;
begin
  select array_agg(x order by x.booked_at desc, x.id desc) into v_rows from (
    select b.* from ev.bookings b where (p_refunds is not true or (b.refund > 0 and b.refunded_at is null))
       and (v_search is null or b.reference = upper(v_search) or b.member_id = any (v_members))
       and (p_cursor is null or (b.booked_at, b.id) < (v_cursor.at, v_cursor.id)) order by b.booked_at desc, b.id desc limit v_limit + 1) x;
  -- The rows are planned for what was asked; how each is shown does not change with it.
  set local plan_cache_mode = auto;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_booking(b) || jsonb_build_object('member', jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name))) order by b.booked_at desc, b.id desc)
      from unnest(v_rows[1:v_limit]) b join identity.members m on m.id = b.member_id), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).booked_at, (v_rows[v_limit]).id) end);
end $$;
comment on function desk.staff_bookings is 'All bookings.';
