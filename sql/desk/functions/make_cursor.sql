/* A keyset cursor of a time (to the microsecond) and an id. */
create or replace function desk.make_cursor(p_at timestamptz, p_id uuid) returns text
language sql immutable set search_path = '' as $$ select (extract(epoch from p_at) * 1000000)::bigint || '_' || p_id $$;
comment on function desk.make_cursor is 'A keyset cursor.';
