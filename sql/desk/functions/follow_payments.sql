/* What follows from a movement of a member's booking money: Active Buyer and the unit, and where units count on a qualified sale the tree hears
   of one that has begun or ceased to count. Who was not placed yet counts when placed (desk.staff_node_place). */
create or replace function desk.follow_payments(p_member bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_figures record := desk.sale_figures(p_at);
  -- A unit is measured by the plan under which it was reached: a later one takes nothing away that was earned.
  v_reached record := desk.sale_figures(coalesce((select u.reached_at from ev.units u where u.member_id = p_member and u.reversed_at is null), p_at));
  v_unit record;
begin
  v_unit := ev.refresh(p_member, p_at, v_reached.qualify, v_figures.buyer, v_figures.cooling);
  if v_unit.direction is null or (network.plan_on(network.month_of(p_at, network.zone()))).count_on is distinct from 'qualified_sale' then return; end if;
  if v_unit.direction = 1 or exists (select from network.counts c join network.nodes n on n.id = c.node_id where n.member_id = p_member and c.generation = v_unit.generation and c.direction = 1) then
    perform network.count(p_member, v_unit.generation, v_unit.direction, p_at);
  end if;
end $$;
comment on function desk.follow_payments is 'What follows from a movement of booking money.';
