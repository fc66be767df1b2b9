/* An entry of the audit log for staff: who, on whose behalf, from which address (while its session is kept: it is personal), what, to which object, why, and in which seal. */
create or replace function desk.json_entry(p_entry audit.log) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('number', (p_entry).id::text, 'at', (p_entry).at, 'action', (p_entry).action, 'object_kind', (p_entry).object_kind, 'object', (p_entry).object_id, 'reason', (p_entry).reason,
    'actor', coalesce(
      (select jsonb_build_object('audience', 'staff', 'id', s.public_id, 'name', s.name) from identity.staff s where s.id = (p_entry).actor_id),
      (select jsonb_build_object('audience', 'member', 'id', m.public_id, 'name', m.first_name || ' ' || m.last_name) from identity.members m where m.id = (p_entry).actor_id)),
    'on_behalf_of', (select jsonb_build_object('id', m.public_id, 'name', m.first_name || ' ' || m.last_name) from identity.members m where m.id = (p_entry).on_behalf_of),
    'address', (select nullif(s.ip, '') from identity.sessions s where s.id = (p_entry).session_id),
    'before', encode((p_entry).before_hash, 'hex'), 'after', encode((p_entry).after_hash, 'hex'),
    'seal', (select s.id::text from audit.seals s where s.highest >= (p_entry).id and (p_entry).id <@ s.entry_ids order by s.highest limit 1))
$$;
comment on function desk.json_entry is 'An entry of the audit log for staff.';
