/* Name to show staff for an actor: a member's full name, a colleague's name, or "system". */
create or replace function identity.person_name(p_actor bigint) returns text
language sql stable set search_path = '' as $$
  select coalesce(
    (select btrim(first_name || ' ' || last_name) from identity.members where id = p_actor),
    (select name from identity.staff where id = p_actor), 'system')
$$;
comment on function identity.person_name is 'Name of an actor for staff.';
