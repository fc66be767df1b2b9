/* Places a member below a node (null: the company's) by the mode named, else the plan's, or in the one slot asked for; counts the unit where
   units count on placement, else one that has qualified before. Refuses as network.place. Answers the node. */
create or replace function desk.place_member(p_member bigint, p_above bigint, p_placement text, p_parent bigint, p_side text, p_at timestamptz) returns network.nodes
language plpgsql volatile set search_path = '' as $$
declare
  v_plan network.plan_versions;
  v_node network.nodes;
begin
  perform network.first_plan(p_at);
  v_plan := network.plan_on(network.month_of(p_at, network.zone()));
  v_node := network.place(p_member, p_above, coalesce(p_placement, v_plan.placement), p_parent, p_side, p_at);
  if v_plan.count_on = 'placement' then
    perform network.count(p_member, 1, 1, p_at);
  else
    perform network.count(u.member_id, u.generation, 1, p_at) from ev.units u where u.member_id = p_member and u.qualified_at is not null and u.reversed_at is null;
  end if;
  return v_node;
end $$;
comment on function desk.place_member is 'Places a member in the tree.';
