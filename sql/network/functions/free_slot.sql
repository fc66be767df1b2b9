/* The slot a placement mode finds below a node (spec 4.2). By the index, whatever the statistics say: a scan would read the tree once per step. Walks one path down, in one statement and so in one snapshot, in which the depths of
   free slots that nodes keep are exact. Level order goes to the shallowest free slot, of those the leftmost; left, right and weaker_leg do
   so in that leg (of equal ones the left); extreme_left and extreme_right go down one side to its end. */
create or replace function network.free_slot(p_top bigint, p_mode text, out parent_id bigint, out side text)
language sql stable security definer set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_bitmapscan = off set enable_material = off as $$
  with recursive way (id, depth, side, goal) as (
    select n.id, n.depth, s.side, case when p_mode not in ('extreme_left', 'extreme_right') then case s.side when 'L' then n.left_open else n.right_open end end
      from network.nodes n
      cross join lateral (select case p_mode when 'left' then 'L' when 'extreme_left' then 'L' when 'right' then 'R' when 'extreme_right' then 'R'
        when 'weaker_leg' then case when n.left_count <= n.right_count then 'L' else 'R' end
        else case when n.left_open <= n.right_open then 'L' else 'R' end end as side) s
     where n.id = p_top
    union all
    select c.id, c.depth, case when w.goal is null then w.side when c.left_open = w.goal then 'L' else 'R' end, w.goal
      from way w join network.nodes c on c.parent_id = w.id and c.side = w.side)
  select w.id, w.side from way w order by w.depth desc limit 1
$$;
comment on function network.free_slot is 'The slot a placement mode finds below a node.';
