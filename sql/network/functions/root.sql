/* The company's node, under which everybody stands; made by the first who asks. It earns nothing. */
create or replace function network.root(p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare v_id bigint;
begin
  select id into v_id from network.nodes where parent_id is null;
  if not found then
    insert into network.nodes (depth, left_open, right_open, placed_at) values (0, 1, 1, p_at) on conflict do nothing;
    select id into v_id from network.nodes where parent_id is null;
  end if;
  return v_id;
end $$;
comment on function network.root is 'The company''s node.';
