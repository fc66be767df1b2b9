-- owner: reader
/* The caller's pairs, newest first, each with its explanation; this month's use of the cap; what the cap left over, with the day on
   which it will match; and what is owed for what was reversed. */
create or replace function desk.member_pairs(p_token text, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_before bigint := 9223372036854775807;
  v_rows network.pairs[];
  v_at timestamptz := core.business_now();
  v_legs jsonb := (select desk.json_legs(n, v_at) from network.nodes n where n.member_id = v_caller.actor_id);
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::bigint;
  end if;
  select array_agg(x order by x.id desc) into v_rows from (select p.* from network.pairs p where p.member_id = v_caller.actor_id and p.id < v_before order by p.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_pair(p) order by p.id desc) from unnest(v_rows[1:v_limit]) p), '[]'),
    'deferred', coalesce(v_legs -> 'deferred', '[]'), 'used', coalesce((v_legs ->> 'pairs_this_month')::integer, 0), 'cap', desk.json_cap(v_at),
    'owed', desk.json_owed(v_caller.actor_id),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id::text end);
end $$;
comment on function desk.member_pairs is 'The caller''s pairs, each with its explanation.';
