/* A member of staff as those who may see them all do. Sessions: those that are live. */
create or replace function desk.json_colleague(p_staff identity.staff) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_staff).public_id, 'name', (p_staff).name, 'email', (p_staff).email, 'role', (p_staff).role, 'active', (p_staff).active,
    'created_at', (p_staff).created_at, 'signed_in_at', (p_staff).signed_in_at, 'authenticator', identity.authenticator_in_use((p_staff).id) is not null,
    'sessions', (select count(*) from identity.sessions s where s.audience = 'staff' and s.actor_id = (p_staff).id and s.revoked_at is null and s.expires_at > clock_timestamp() and s.seen_at + s.idle_limit > clock_timestamp()),
    'member', (select jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name), 'email', m.email) from identity.members m where m.id = (p_staff).member_id),
    'request', (select r.id from approval.requests r where r.kind = 'staff_role' and r.subject_id = (p_staff).public_id and r.state = 'pending'))
$$;
comment on function desk.json_colleague is 'A member of staff as those who may see them all do.';
