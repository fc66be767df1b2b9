/* A conversation as staff see it: with the member and whoever has taken it. */
create or replace function desk.json_staff_thread(p_thread messaging.threads, p_at timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  select desk.json_thread(p_thread, 'staff', p_at) || jsonb_build_object(
    'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)) from identity.members m where m.id = (p_thread).member_id),
    'assignee', (select jsonb_build_object('id', s.public_id, 'name', s.name) from identity.staff s where s.id = (p_thread).assignee_id))
$$;
comment on function desk.json_staff_thread is 'A conversation as staff see it.';
