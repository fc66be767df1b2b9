/* Writes a session for a token the web has made (256 random bits). Members: 30 min idle, 12 h; staff: 15 min, 8 h; sign-up: 30 min. Notes when staff
   last took the second step. */
create or replace function identity.issue_session(p_token text, p_audience text, p_actor bigint, p_assurance smallint, p_ip text, p_user_agent text, p_email text default null, p_referral text default null) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid;
begin
  if p_token is null or p_token !~ '^[A-Za-z0-9_-]{43}$' then
    perform core.refuse('invalid_input', 'token');
  end if;
  insert into identity.sessions (token_hash, audience, actor_id, email, referral, assurance, ip, user_agent, expires_at, idle_limit)
  values (sha256(convert_to(p_token, 'UTF8')), p_audience, p_actor, p_email, p_referral, p_assurance,
          left(coalesce(p_ip, ''), 64), left(coalesce(p_user_agent, ''), 300),
          clock_timestamp() + case p_audience when 'member' then interval '12 hours' when 'staff' then interval '8 hours' else interval '30 minutes' end,
          case p_audience when 'staff' then interval '15 minutes' else interval '30 minutes' end)
  returning id into v_id;
  if p_audience = 'staff' and p_assurance = 2 then
    update identity.staff set signed_in_at = clock_timestamp() where id = p_actor;
  end if;
  return v_id;
end $$;
comment on function identity.issue_session is 'Writes a session; only the token''s hash is kept.';
