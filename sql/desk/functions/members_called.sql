/* Members whose address or name holds what staff typed. */
create or replace function desk.members_called(p_search text) returns setof bigint
language sql stable set search_path = '' as $$
  select m.id from identity.members m where m.email like '%' || lower(desk.like_text(p_search)) || '%' or m.first_name || ' ' || m.last_name ilike '%' || desk.like_text(p_search) || '%'
$$;
comment on function desk.members_called is 'Members whose address or name holds a text.';
