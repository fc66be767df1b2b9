/* Keeps the depths of free slots above a node that was just placed. Goes up only while the smallest depth of a node changes: on average two
   nodes, seldom the root. From below, one row after the other: two that climb different branches meet at the lowest node they share and
   wait there, so neither waits for the other, and what is above is not locked by those who need not touch it. */
create or replace function network.fill_slot(p_parent bigint, p_side text, p_open integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_id bigint := p_parent;
  v_side text := p_side;
  v_open integer := p_open;
  v_before integer;
begin
  while v_id is not null loop
    update network.nodes n set left_open = case when v_side = 'L' then v_open else n.left_open end, right_open = case when v_side = 'R' then v_open else n.right_open end
     where n.id = v_id
    returning n.parent_id, n.side, least(old.left_open, old.right_open), least(new.left_open, new.right_open) into v_id, v_side, v_before, v_open;
    exit when v_open = v_before;
  end loop;
end $$;
comment on function network.fill_slot is 'Keeps the depths of free slots above a new node.';
