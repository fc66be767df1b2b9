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
  -- Side by side: what has nulls or no fixed length is walked along from its beginning by whoever asks for one by its number.
  insert into network.nodes (id, member_id, sponsor_id, parent_id, side, depth, left_count, right_count, left_open, right_open, placed_at, matched, carried, serials) overriding system value
  select u.id, u.member, coalesce(v_ids[u.sponsor], v_root), coalesce(v_ids[u.above], v_root), u.side, u.depth, u.on_left, u.on_right, u.left_open, u.right_open, p_at, u.pairs, u.pairs, u.pairs
    from unnest(v_ids, v_members, v_sponsors, v_above, v_sides, v_depths, v_left, v_right, v_left_open, v_right_open, v_pairs) with ordinality
      u (id, member, sponsor, above, side, depth, on_left, on_right, left_open, right_open, pairs, n) order by u.n on conflict do nothing;
  get diagnostics v_placed = row_count;
  if v_placed <> v_rows then perform core.refuse('slot_taken', 'parent'); end if;
  insert into network.counts (node_id, generation, direction, counted_at, applied_at) select u.id, 1, 1, p_at, p_at from unnest(v_ids, v_counts) with ordinality u (id, counts, n) where u.counts order by u.n;
  update network.nodes c set left_count = c.left_count + t.on_left, right_count = c.right_count + t.on_right, left_open = coalesce(t.left_open, c.left_open), right_open = coalesce(t.right_open, c.right_open)
    from (select coalesce(sum(u.units) filter (where u.side = 'L'), 0) as on_left, coalesce(sum(u.units) filter (where u.side = 'R'), 0) as on_right, min(u.open) filter (where u.side = 'L') as left_open, min(u.open) filter (where u.side = 'R') as right_open
            from (select u.side, u.on_left + u.on_right + u.counts::integer as units, least(u.left_open, u.right_open) as open
                    from unnest(v_above, v_sides, v_left, v_right, v_counts, v_left_open, v_right_open) u (above, side, on_left, on_right, counts, left_open, right_open) where u.above is null) u) t
   where c.id = v_root;
  insert into network.backlogs (node_id, month_on, depth)
  select u.id, network.month_of(p_at, network.zone()), u.depth from unnest(v_ids, v_depths, v_left, v_right, v_pairs) u (id, depth, on_left, on_right, pairs) where least(u.on_left, u.on_right) > u.pairs;
end $$;
comment on function network.carry is 'Places that were taken elsewhere.';
