/* The sign-up session of a token, locked so that one sign-up uses it; `signed_out` when there is none. The session is the request key
   of its sign-up: sending another body with a token that has been used is `key_reuse`. The token's hash salts the fingerprint, since
   a body full of personal words must not be guessable from a key that is kept for ever. */
create or replace function desk.sign_up_session(p_token text, p_body jsonb default null) returns identity.sessions
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row identity.sessions;
  v_hash bytea := sha256(convert_to(coalesce(p_token, ''), 'UTF8'));
begin
  select * into v_row from identity.sessions where token_hash = v_hash and audience = 'sign_up' and revoked_at is null and expires_at > clock_timestamp() for update;
  if found then
    if p_body is not null then perform ledger.claim_key(0, 'sign_up', v_row.id, p_body || to_jsonb(encode(v_hash, 'hex'))); end if;
    return v_row;
  end if;
  select * into v_row from identity.sessions where token_hash = v_hash and audience = 'sign_up' and expires_at > clock_timestamp();
  if found and p_body is not null then perform ledger.outcome_of(0, 'sign_up', v_row.id, p_body || to_jsonb(encode(v_hash, 'hex'))); end if;
  perform core.refuse('signed_out');
  return null;
end $$;
comment on function desk.sign_up_session is 'The sign-up session of a token.';
