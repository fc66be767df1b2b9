-- owner: reader
/* A member's pairs, newest first, each with its explanation, and what the member earned from what. Refuses `not_found`. */
create or replace function desk.staff_pairs(p_token text, p_member uuid, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'members.read');
  v_limit integer := core.page_size(p_limit);
  v_before bigint := 9223372036854775807;
  v_member identity.members;
  v_rows network.pairs[];
begin
  if p_cursor is not null then
    if p_cursor !~ '^[0-9]{1,18}$' then perform core.refuse('invalid_input', 'cursor'); end if;
    v_before := p_cursor::bigint;
  end if;
  select * into v_member from identity.members where public_id = p_member;
  if not found then perform core.refuse('not_found'); end if;
  select array_agg(x order by x.id desc) into v_rows from (select p.* from network.pairs p where p.member_id = v_member.id and p.id < v_before order by p.id desc limit v_limit + 1) x;
  return jsonb_build_object('member', jsonb_build_object('id', v_member.public_id, 'name', btrim(v_member.first_name || ' ' || v_member.last_name)),
    'placed', exists (select from network.nodes n where n.member_id = v_member.id),
    'items', coalesce((select jsonb_agg(desk.json_pair(p) order by p.id desc) from unnest(v_rows[1:v_limit]) p), '[]'),
    'next', case when cardinality(v_rows) > v_limit then (v_rows[v_limit]).id::text end) || desk.json_earnings(v_member.id);
end $$;
comment on function desk.staff_pairs is 'A member''s pairs for staff.';
