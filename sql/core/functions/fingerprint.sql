/* First 16 bytes of SHA-256 over a command's body, for the same-key-other-body check. */
create or replace function core.fingerprint(p_body jsonb) returns uuid
language sql immutable parallel safe set search_path = '' as $$
  select encode(substring(sha256(convert_to(p_body::text, 'UTF8')) for 16), 'hex')::uuid
$$;
comment on function core.fingerprint is 'Fingerprint of a command''s body.';
