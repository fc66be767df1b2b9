/* Opens the earliest month that has begun where the cap left something over, from below, at most p_limit nodes: one month a step, so that nodes
   are locked from below, as placing locks them. Answers how many pairs were made. */
create or replace function network.open_months(p_month date, p_limit integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_month date := (select min(b.month_on) from network.backlogs b where b.month_on < p_month);
  v_node bigint;
  v_paired integer := 0;
begin
  for v_opened in 1 .. p_limit loop
    select node_id into v_node from network.backlogs where month_on = v_month order by depth desc, node_id limit 1;
    exit when not found;
    v_paired := v_paired + network.open_month(v_node);
  end loop;
  return v_paired;
end $$;
comment on function network.open_months is 'Opens a month at every node with a backlog.';
