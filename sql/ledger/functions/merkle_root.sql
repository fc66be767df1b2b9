/* Root of a Merkle tree with sixteen children a node: SHA-256(01 || children). One leaf is its own root. */
create or replace function ledger.merkle_root(p_leaves bytea[]) returns bytea
language plpgsql immutable parallel safe set search_path = '' as $$
declare v_level bytea[] := p_leaves;
begin
  while cardinality(v_level) > 1 loop
    v_level := ledger.merkle_level(v_level);
  end loop;
  return v_level[1];
end $$;
comment on function ledger.merkle_root is 'Root of a Merkle tree with sixteen children a node.';
