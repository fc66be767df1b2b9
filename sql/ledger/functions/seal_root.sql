/* Root of a seal: SHA-256(04 || number || previous root || journals || lines || time || Merkle root). */
create or replace function ledger.seal_root(p_id bigint, p_previous bytea, p_journals bigint, p_lines bigint, p_sealed_at timestamptz, p_merkle_root bytea) returns bytea
language sql stable as $$
  select sha256('\x04'::bytea || int8send(p_id) || p_previous || int8send(p_journals) || int8send(p_lines) || timestamptz_send(p_sealed_at) || p_merkle_root)
$$;
comment on function ledger.seal_root is 'Root of a seal.';
