/* Root of a seal of the log: SHA-256(06 || number || previous root || entries || time || hash of the entries). */
create or replace function audit.seal_root(p_id bigint, p_previous bytea, p_entries bigint, p_sealed_at timestamptz, p_entries_hash bytea) returns bytea
language sql stable as $$
  select sha256('\x06'::bytea || int8send(p_id) || p_previous || int8send(p_entries) || timestamptz_send(p_sealed_at) || p_entries_hash)
$$;
comment on function audit.seal_root is 'Root of a seal of the log.';
