-- owner: reader
/* The caller's bookings, newest first, keyset by (time, id), and whether the caller is an Active Buyer. */
create or replace function desk.member_bookings(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_rows ev.bookings[];
  v_cursor record := desk.read_cursor(p_cursor);
begin
  select array_agg(x order by x.booked_at desc, x.id desc) into v_rows from (
    select b.* from ev.bookings b where b.member_id = v_caller.actor_id and (p_cursor is null or (b.booked_at, b.id) < (v_cursor.at, v_cursor.id)) order by b.booked_at desc, b.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_booking(b) order by b.booked_at desc, b.id desc) from unnest(v_rows[1:v_limit]) b), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).booked_at, (v_rows[v_limit]).id) end,
    'active_buyer', ev.is_active_buyer(v_caller.actor_id, (desk.sale_figures(core.business_now())).buyer), 'net_paid', core.format_amount(ev.net_paid(v_caller.actor_id), core.setting('network_currency')), 'active_buyer_amount', core.format_amount((desk.sale_figures(core.business_now())).buyer, core.setting('network_currency')), 'currency', core.setting('network_currency'),
    'periods', (select coalesce(jsonb_agg(jsonb_build_object('gained_at', x.gained_at, 'lost_at', x.lost_at) order by x.id desc), '[]') from (select * from ev.buyers y where y.member_id = v_caller.actor_id order by y.id desc limit 25) x));
end $$;
comment on function desk.member_bookings is 'The caller''s bookings.';
