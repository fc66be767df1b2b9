/* Places that were taken elsewhere: `[{member, parent, side, sponsor, counts, pairs}]`, members by id (null parent or sponsor: the company), parents and sponsors in earlier rows. Everybody is placed by
   network.place; whose unit counts (counts) is counted for everybody above at once and never matched: of what both legs hold, pairs were paid elsewhere and are carried, and what is left over waits for the next
   month like what a cap leaves over. One call for a whole tree, under the matcher's lock. Refuses as network.place. */
create or replace function network.carry(p_rows jsonb, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_root bigint := network.root(p_at);
  v_row record;
  v_node network.nodes;
  v_ids bigint[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('network.counts'));
  for v_row in select (r ->> 'member')::bigint as member, r ->> 'side' as side, (r ->> 'parent')::bigint as parent, (r ->> 'sponsor')::bigint as sponsor from jsonb_array_elements(p_rows) with ordinality x (r, n) order by n loop
    v_node := network.place(v_row.member, case when v_row.sponsor is null then v_root else (select n.id from network.nodes n where n.member_id = v_row.sponsor) end, 'level_order',
      case when v_row.parent is null then v_root else (select n.id from network.nodes n where n.member_id = v_row.parent) end, v_row.side, p_at);
    v_ids := v_ids || v_node.id;
  end loop;
  insert into network.counts (node_id, generation, direction, counted_at, applied_at)
  select n.id, 1, 1, p_at, p_at from jsonb_array_elements(p_rows) with ordinality x (r, at) join network.nodes n on n.member_id = (r ->> 'member')::bigint where (r ->> 'counts')::boolean order by x.at;
  -- From below: a parent has the smaller id, so what a node's legs hold is whole when it is added to its parent.
  for v_row in select u.id from unnest(v_ids) u (id) order by u.id desc loop
    update network.nodes p set left_count = p.left_count + case n.side when 'L' then n.units else 0 end, right_count = p.right_count + case n.side when 'R' then n.units else 0 end
      from (select c.parent_id, c.side, c.left_count + c.right_count + (select count(*) from network.counts k where k.node_id = c.id) as units from network.nodes c where c.id = v_row.id) n
     where p.id = n.parent_id and n.units > 0;
  end loop;
  update network.nodes n set matched = t.pairs, carried = t.pairs, serials = t.pairs
    from (select (r ->> 'member')::bigint as member, (r ->> 'pairs')::integer as pairs from jsonb_array_elements(p_rows) r) t where n.member_id = t.member and t.pairs > 0;
  insert into network.backlogs (node_id, month_on, depth)
  select n.id, network.month_of(p_at, network.zone()), n.depth from network.nodes n where n.id = any (v_ids) and least(n.left_count, n.right_count) > n.matched + n.flushed;
end $$;
comment on function network.carry is 'Places that were taken elsewhere.';
