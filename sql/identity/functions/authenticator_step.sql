/* The 30-second step of RFC 6238 that an instant is in. The database's own clock decides which codes are of now. */
create or replace function identity.authenticator_step(p_at timestamptz) returns bigint
language sql immutable set search_path = '' as $$ select floor(extract(epoch from p_at) / 30)::bigint $$;
comment on function identity.authenticator_step is 'The 30-second step that an instant is in.';
