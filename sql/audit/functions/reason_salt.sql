/* Salt of an entry's reason: sixteen bytes that only the seal's secret can produce. */
create or replace function audit.reason_salt(p_secret bytea, p_entry bigint) returns bytea
language sql immutable as $$ select substring(sha256(p_secret || int8send(p_entry)) for 16) $$;
comment on function audit.reason_salt is 'Salt of an entry''s reason.';
