/* A member by the id people see, as a request's payload keeps it, with the name of today; null where there is none. */
create or replace function desk.json_named(p_member text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.public_id = p_member::uuid
$$;
comment on function desk.json_named is 'A member by the id people see, with the name of today.';
