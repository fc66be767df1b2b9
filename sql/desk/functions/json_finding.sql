/* A finding for staff. */
create or replace function desk.json_finding(p_row audit.findings) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_row).id, 'law', (p_row).law, 'object', (p_row).object, 'expected', (p_row).expected, 'found', (p_row).found, 'form', (p_row).form,
    'raised_at', (p_row).raised_at, 'seen_at', (p_row).seen_at, 'cleared_at', (p_row).cleared_at, 'cleared_by', (select s.name from identity.staff s where s.id = (p_row).cleared_by), 'note', (p_row).note)
$$;
comment on function desk.json_finding is 'A finding for staff.';
