/* From one level of a Merkle tree to the next: SHA-256(01 || children) for every sixteen neighbours, the last node perhaps of fewer. */
create or replace function ledger.merkle_level(p_hashes bytea[]) returns bytea[]
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return array(select sha256('\x01'::bytea || string_agg(u.h, '' order by u.n)) from unnest(p_hashes) with ordinality u (h, n) group by (u.n - 1) / 16 order by (u.n - 1) / 16);
end $$;
comment on function ledger.merkle_level is 'Nodes over the hashes of one level of a Merkle tree.';
