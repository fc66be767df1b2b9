/* What follows from a movement of a member's booking money: Active Buyer and the unit, and where units count on a qualified sale the tree hears
   of one that has begun or ceased to count. Who was not placed yet counts when placed (desk.staff_node_place). */
create or replace function desk.follow_payments(p_member bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_unit record := ev.refresh(p_member, p_at);
begin
  if v_unit.direction is null or (network.plan_on(network.month_of(p_at, network.zone()))).count_on is distinct from 'qualified_sale' then return; end if;
  if v_unit.direction = 1 or exists (select from network.counts c join network.nodes n on n.id = c.node_id where n.member_id = p_member and c.generation = v_unit.generation and c.direction = 1) then
    perform network.count(p_member, v_unit.generation, v_unit.direction, p_at);
  end if;
end $$;
comment on function desk.follow_payments is 'What follows from a movement of booking money.';
