/* Applies one count that takes back: at every node above it, from below, the latest pairs are reversed until no more are matched than the
   smaller leg holds, then the leg holds one less. Everybody whose pair that is is locked first, in order, then the treasuries' queues: money
   leaves bookings and wallets of several members here. Answers how many pairs were reversed. */
create or replace function network.take_count(p_count bigint, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  -- Read once, before the locks: pairs are made and reversed under the matcher's own lock alone.
  v_pairs bigint[] := array(select p.id from network.pairs_to_reverse(p_count) p order by p.place);
  v_pair bigint;
begin
  perform from identity.members m where m.id in (select p.member_id from network.pairs p where p.id = any (v_pairs)) order by m.id for no key update;
  perform from treasury.queues q where q.account_id in (select i.queue_id from network.pairs p join treasury.items i on i.id = p.item_id where p.id = any (v_pairs)) order by q.account_id for no key update;
  perform network.lock_above(array[p_count]);
  foreach v_pair in array v_pairs loop
    perform network.reverse_pair(v_pair, p_at);
  end loop;
  with recursive way (node_id, side) as (
    select n.parent_id, n.side from network.counts c join network.nodes n on n.id = c.node_id where c.id = p_count
    union all
    select n.parent_id, n.side from way w join network.nodes n on n.id = w.node_id where n.parent_id is not null),
  lowered as (
    update network.nodes n set left_count = n.left_count - case w.side when 'L' then 1 else 0 end, right_count = n.right_count - case w.side when 'R' then 1 else 0 end,
        -- A pair that was paid elsewhere gives up its number with its cover: there is no money of it here to take back.
        matched = least(n.matched, n.left_count - case w.side when 'L' then 1 else 0 end, n.right_count - case w.side when 'R' then 1 else 0 end)::integer,
        carried = least(n.carried, n.left_count - case w.side when 'L' then 1 else 0 end, n.right_count - case w.side when 'R' then 1 else 0 end)::integer
      from way w where n.id = w.node_id returning n.id, least(n.left_count, n.right_count) <= n.matched + n.flushed as covered)
  delete from network.backlogs b using lowered l where b.node_id = l.id and l.covered;
  return cardinality(v_pairs);
end $$;
comment on function network.take_count is 'Applies a count that takes back, and reverses the pairs it bore.';
