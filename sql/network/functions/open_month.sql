/* Opens the month after the one in which the cap left something over at a node: flushed where that month's plan says so, else matched as of
   00:00 on the first, up to the new month's cap. What is still left over waits for the month after it. Answers how many pairs were made. */
create or replace function network.open_month(p_node bigint) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_left network.backlogs;
  v_next date;
  v_at timestamptz;
  v_over bigint;
  v_old network.plan_versions;
  v_pairs integer := 0;
begin
  select * into v_left from network.backlogs where node_id = p_node;
  v_next := (v_left.month_on + interval '1 month')::date;
  v_at := v_next::timestamp at time zone network.zone();
  v_old := network.plan_on(v_left.month_on);
  select least(n.left_count, n.right_count) - n.matched - n.flushed into v_over from network.nodes n where n.id = p_node;
  if v_over > 0 and v_old.over_cap = 'flush' then
    update network.nodes n set flushed = n.flushed + v_over where n.id = p_node;
    insert into network.flushes (node_id, month_on, pairs, version_id, flushed_at) values (p_node, v_left.month_on, v_over, v_old.id, v_at);
    v_over := 0;
  elsif v_over > 0 then
    v_pairs := network.carried_over(v_over, v_old.over_cap, (network.plan_on(v_next)).monthly_pair_cap);
    perform network.make_pair(p_node, null, n.left_count, n.right_count, v_next, v_at) from network.nodes n, generate_series(1, v_pairs) where n.id = p_node;
    v_over := v_over - v_pairs;
  end if;
  if v_over > 0 then
    update network.backlogs set month_on = v_next where node_id = p_node;
  else
    delete from network.backlogs where node_id = p_node;
  end if;
  return v_pairs;
end $$;
comment on function network.open_month is 'Opens a month at a node with a backlog.';
