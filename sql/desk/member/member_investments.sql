-- owner: reader
/* The caller's investments, newest first. */
create or replace function desk.member_investments(p_token text, p_state text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_limit integer := core.page_size(p_limit);
  v_rows invest.investments[];
  v_before bigint;
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::bigint;
  end if;
  select array_agg(x order by x.id desc) into v_rows from (select r.* from invest.investments r where r.member_id = v_caller.actor_id and (p_state is null or r.state = p_state) and (v_before is null or r.id < v_before) order by r.id desc limit v_limit + 1) x;
  return jsonb_build_object('items', coalesce((select jsonb_agg(desk.json_investment(r) order by r.id desc) from unnest(v_rows[1:v_limit]) r), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id::text end);
end $$;
comment on function desk.member_investments is 'The caller''s investments, newest first.';
