-- owner: reader
/* The caller's payouts, newest first, keyset by (time, id). */
create or replace function desk.member_payouts(p_token text, p_state text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_rows payout.payouts[];
  v_cursor record := desk.read_cursor(p_cursor);
begin
  select array_agg(x order by x.requested_at desc, x.id desc) into v_rows from (
    select r.* from payout.payouts r where r.member_id = v_caller.actor_id and (p_state is null or r.state = p_state)
       and (p_cursor is null or (r.requested_at, r.id) < (v_cursor.at, v_cursor.id)) order by r.requested_at desc, r.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_payout(r) order by r.requested_at desc, r.id desc) from unnest(v_rows[1:v_limit]) r), '[]'),
    'next', case when cardinality(v_rows) > v_limit then desk.make_cursor((v_rows[v_limit]).requested_at, (v_rows[v_limit]).id) end, 'paused', audit.payouts_paused());
end $$;
comment on function desk.member_payouts is 'The caller''s payouts, newest first.';
