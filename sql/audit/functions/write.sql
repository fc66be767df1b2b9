/* One line of the audit log. Reasons may be personal text; they stand here and are never sealed, only their hash is. p_on_behalf_of: the member
   for whom staff act. */
create or replace function audit.write(p_at timestamptz, p_caller identity.caller, p_action text, p_object_kind text, p_object_id text, p_reason text default null, p_before jsonb default null, p_after jsonb default null, p_on_behalf_of bigint default null) returns void
language sql volatile security definer set search_path = '' as $$
  insert into audit.log (at, actor_id, session_id, action, object_kind, object_id, before_hash, after_hash, reason, on_behalf_of)
  values (p_at, (p_caller).actor_id, (p_caller).session_id, p_action, p_object_kind, p_object_id,
          sha256(convert_to(p_before::text, 'UTF8')), sha256(convert_to(p_after::text, 'UTF8')), p_reason, p_on_behalf_of)
$$;
comment on function audit.write is 'Writes one line of the audit log.';
