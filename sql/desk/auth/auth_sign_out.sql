/* Ends a session. Never refuses: who is signed out already is signed out. */
create or replace function desk.auth_sign_out(p_token text) returns jsonb
language sql volatile security definer set search_path = '' as $$
  with gone as (update identity.sessions set revoked_at = clock_timestamp() where token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8')) and revoked_at is null returning 1)
  select '{}'::jsonb from (select count(*) from gone) done
$$;
comment on function desk.auth_sign_out is 'Ends a session.';
