/* Places that were taken elsewhere: `[{member, parent, side, sponsor, counts, pairs}]`, members by id (null parent or sponsor: the company), parents and sponsors in earlier rows. Whose unit counts (counts) is
   counted for everybody above at once and never matched: of what both legs hold, pairs were paid elsewhere and are carried, and what is left over waits for the next month like what a cap leaves over.
   A whole tree in one statement per table: depths, legs and free slots are worked out before, from the last row to the first, and are what placing one by one would give. Under the matcher's lock.
   Refuses `slot_taken` when somebody was placed in between. */
create or replace function network.carry(p_rows jsonb, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_root bigint := network.root(p_at);
  v_rows integer := jsonb_array_length(p_rows);
  v_members bigint[]; v_sides text[]; v_above integer[]; v_sponsors integer[]; v_counts boolean[]; v_pairs integer[];
  v_ids bigint[] := array(select nextval(pg_get_serial_sequence('network.nodes', 'id')) from generate_series(1, jsonb_array_length(p_rows)));
  v_depths integer[] := array_fill(1, array[v_rows]);
  v_left bigint[] := array_fill(0::bigint, array[v_rows]);
  v_right bigint[] := v_left;
  v_left_open integer[]; v_right_open integer[];
  v_placed integer;
begin
  perform pg_advisory_xact_lock(hashtext('network.counts'));
  perform from network.nodes n where n.id = v_root for no key update;
  with r as materialized (
    select (x.r ->> 'member')::bigint as member, (x.r ->> 'parent')::bigint as parent, (x.r ->> 'sponsor')::bigint as sponsor, x.r ->> 'side' as side, (x.r ->> 'counts')::boolean as counts, (x.r ->> 'pairs')::integer as pairs, x.n::integer as n
      from jsonb_array_elements(p_rows) with ordinality x (r, n))
  select array_agg(r.member order by r.n), array_agg(r.side order by r.n), array_agg(p.n order by r.n), array_agg(s.n order by r.n), array_agg(r.counts order by r.n), array_agg(r.pairs order by r.n)
    into v_members, v_sides, v_above, v_sponsors, v_counts, v_pairs
    from r left join r p on p.member = r.parent left join r s on s.member = r.sponsor;
  for i in 1 .. v_rows loop
    if v_above[i] is not null then v_depths[i] := v_depths[v_above[i]] + 1; end if;
  end loop;
  v_left_open := array(select d + 1 from unnest(v_depths) with ordinality u (d, n) order by n);
  v_right_open := v_left_open;
  for i in reverse v_rows .. 1 loop
    continue when v_above[i] is null;
    if v_sides[i] = 'L' then
      v_left[v_above[i]] := v_left[i] + v_right[i] + v_counts[i]::integer;
      v_left_open[v_above[i]] := least(v_left_open[i], v_right_open[i]);
    else
      v_right[v_above[i]] := v_left[i] + v_right[i] + v_counts[i]::integer;
      v_right_open[v_above[i]] := least(v_left_open[i], v_right_open[i]);
    end if;
  end loop;
  insert into network.nodes (id, member_id, sponsor_id, parent_id, side, depth, left_count, right_count, left_open, right_open, placed_at, matched, carried, serials) overriding system value
  select u.id, v_members[u.n], coalesce(v_ids[v_sponsors[u.n]], v_root), coalesce(v_ids[v_above[u.n]], v_root), v_sides[u.n], v_depths[u.n], v_left[u.n], v_right[u.n], v_left_open[u.n], v_right_open[u.n], p_at, v_pairs[u.n], v_pairs[u.n], v_pairs[u.n]
    from unnest(v_ids) with ordinality u (id, n) order by u.n on conflict do nothing;
  get diagnostics v_placed = row_count;
  if v_placed <> v_rows then perform core.refuse('slot_taken', 'parent'); end if;
  insert into network.counts (node_id, generation, direction, counted_at, applied_at) select u.id, 1, 1, p_at, p_at from unnest(v_ids) with ordinality u (id, n) where v_counts[u.n] order by u.n;
  update network.nodes c set left_count = c.left_count + t.on_left, right_count = c.right_count + t.on_right, left_open = coalesce(t.left_open, c.left_open), right_open = coalesce(t.right_open, c.right_open)
    from (select coalesce(sum(v_left[n] + v_right[n] + v_counts[n]::integer) filter (where v_sides[n] = 'L'), 0) as on_left, coalesce(sum(v_left[n] + v_right[n] + v_counts[n]::integer) filter (where v_sides[n] = 'R'), 0) as on_right,
                 min(least(v_left_open[n], v_right_open[n])) filter (where v_sides[n] = 'L') as left_open, min(least(v_left_open[n], v_right_open[n])) filter (where v_sides[n] = 'R') as right_open
            from generate_series(1, v_rows) n where v_above[n] is null) t
   where c.id = v_root;
  insert into network.backlogs (node_id, month_on, depth)
  select u.id, network.month_of(p_at, network.zone()), v_depths[u.n] from unnest(v_ids) with ordinality u (id, n) where least(v_left[u.n], v_right[u.n]) > v_pairs[u.n];
end $$;
comment on function network.carry is 'Places that were taken elsewhere.';
