/* Way from a leaf (counted from one) to its root: per level the hashes of its node and its own place among them, from zero. */
create or replace function ledger.merkle_path(p_leaves bytea[], p_leaf integer) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_level bytea[] := p_leaves;
  v_at integer := p_leaf - 1;
  v_path jsonb := '[]';
begin
  while cardinality(v_level) > 1 loop
    v_path := v_path || jsonb_build_object('place', v_at % 16, 'hashes', to_jsonb(array(select encode(h, 'hex') from unnest(v_level[v_at / 16 * 16 + 1 : v_at / 16 * 16 + 16]) h)));
    v_level := ledger.merkle_level(v_level);
    v_at := v_at / 16;
  end loop;
  return v_path;
end $$;
comment on function ledger.merkle_path is 'Way from a leaf to the root.';
