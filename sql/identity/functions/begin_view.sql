/* Writes the session through which a member of staff sees what a member sees: a quarter of an hour, nothing can be changed. An earlier one of
   the same person ends. Refuses `invalid_input` (token). Answers when it ends. */
create or replace function identity.begin_view(p_token text, p_member bigint, p_viewer bigint, p_reason text) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare v_until timestamptz;
begin
  if p_token is null or p_token !~ '^[A-Za-z0-9_-]{43}$' then perform core.refuse('invalid_input', 'token'); end if;
  update identity.sessions set revoked_at = clock_timestamp() where viewer_id = p_viewer and revoked_at is null;
  insert into identity.sessions (token_hash, audience, actor_id, assurance, created_at, expires_at, idle_limit, viewer_id, view_reason)
  values (sha256(convert_to(p_token, 'UTF8')), 'member', p_member, 1, statement_timestamp(), statement_timestamp() + interval '15 minutes', interval '15 minutes', p_viewer, p_reason)
  returning expires_at into v_until;
  return v_until;
end $$;
comment on function identity.begin_view is 'Writes the session through which staff see what a member sees.';
