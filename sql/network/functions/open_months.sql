/* Opens months up to one, at every node where the cap left something over, in order: month by month, and in a month from below. At most about
   p_limit nodes. Answers how many pairs were made and whether something is left to open. */
create or replace function network.open_months(p_month date, p_limit integer, out paired integer, out more boolean)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_node bigint;
  v_opened integer := 0;
begin
  paired := 0;
  loop
    select node_id into v_node from network.backlogs where month_on < p_month order by month_on, depth desc, node_id limit 1;
    more := found;
    exit when not more or v_opened >= p_limit;
    paired := paired + network.open_month(v_node);
    v_opened := v_opened + 1;
  end loop;
end $$;
comment on function network.open_months is 'Opens months at every node with a backlog.';
