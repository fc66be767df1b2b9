/* The caller's member row. */
create or replace function desk.own_member(p_caller identity.caller) returns identity.members
language sql stable set search_path = '' as $$ select m from identity.members m where m.id = (p_caller).actor_id $$;
comment on function desk.own_member is 'The caller''s member row.';
