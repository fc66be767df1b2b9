/* The sign-up session of a token, locked so that one sign-up uses it; `signed_out` when there is none. */
create or replace function desk.sign_up_session(p_token text) returns identity.sessions
language plpgsql volatile security definer set search_path = '' as $$
declare v_row identity.sessions;
begin
  select * into v_row from identity.sessions
   where token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8')) and audience = 'sign_up' and revoked_at is null and expires_at > clock_timestamp()
   for update;
  if not found then
    perform core.refuse('signed_out');
  end if;
  return v_row;
end $$;
comment on function desk.sign_up_session is 'The sign-up session of a token.';
