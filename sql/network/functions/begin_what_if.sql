/* Begins a run: empties the copies, and in one statement notes how far history goes and what really came of it until then. The company's node
   in the copy says that the copies are there: a crash empties them. */
create or replace function network.begin_what_if(p_what_if uuid, p_at timestamptz) returns network.what_ifs
language plpgsql volatile security definer set search_path = '' as $$
declare v_row network.what_ifs;
begin
  truncate network.what_if_nodes, network.what_if_backlogs, network.what_if_pairs, network.what_if_flushes, network.what_if_live;
  with live as (
    select p.node_id, p.month_on, count(*) as pairs, sum(p.earnings) as earnings, sum(p.emi) as emi, sum(network.reserve_part(p.earnings, v.reserve_rate)) as reserve, 0 as flushed
      from network.pairs p join network.plan_versions v on v.id = p.version_id where p.state = 'live' group by p.node_id, p.month_on
    union all
    select f.node_id, f.month_on, 0, 0, 0, 0, f.pairs from network.flushes f),
  copied as (
    insert into network.what_if_live (node_id, month_on, pairs, earnings, emi, reserve, flushed)
    select l.node_id, l.month_on, sum(l.pairs), sum(l.earnings), sum(l.emi), sum(l.reserve), sum(l.flushed) from live l group by l.node_id, l.month_on)
  update network.what_ifs w set state = 'running', as_of = p_at, last_count_id = c.last, at_count_id = 0, counts = c.all, counts_done = 0
    from (select coalesce(max(x.id), 0) as last, count(*) as all from network.counts x where x.applied_at is not null) c
   where w.id = p_what_if
  returning w.* into v_row;
  insert into network.what_if_nodes (node_id, left_count, right_count) select n.id, 0, 0 from network.nodes n where n.parent_id is null;
  return v_row;
end $$;
comment on function network.begin_what_if is 'Begins a run of history under a draft.';
