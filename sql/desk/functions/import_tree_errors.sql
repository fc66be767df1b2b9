/* What is wrong with the tree of an import: members nobody knows or who are placed, parents and sponsors who are not in an earlier line (so that there is no cycle), slots taken twice, and more pairs paid than both legs hold. A tree hangs from the
   company's own free places: below people who are placed already nobody is counted without being matched. */
create or replace function desk.import_tree_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' set enable_nestloop = off as $$
  with places as materialized (select * from desk.import_places(p_import, core.business_now())),
  firsts as materialized (select p.member, min(p.line) as line from places p group by 1),
  tops as materialized (select p.side, min(p.line) as line from places p where p.parent is null group by 1)
  select 'tree', r.line, f.col, f.fault, jsonb_build_object('most', least(p.left_count, p.right_count)::text, 'first', coalesce(s.line::text, ''))
    from office.import_rows r join places p on p.line = r.line
    left join desk.import_people(p_import) m on m.reference = p.member
    left join firsts u on u.member = p.parent
    left join firsts g on g.member = r.cells ->> 'sponsor'
    left join tops s on p.parent is null and s.side = p.side and s.line < r.line
    cross join lateral (values
      ('member', case when p.member is not null and m.reference is null then 'unknown_member' when exists (select from network.nodes n where n.member_id = m.member_id) then 'placed_before' end),
      ('parent', case when p.parent is not null and u.line is null then 'not_placed' when u.line >= r.line then 'later_line' end),
      ('sponsor', case when r.cells ? 'sponsor' and g.line is null then 'not_placed' when g.line >= r.line then 'later_line' end),
      ('side', case when p.side not in ('L', 'R') then 'invalid_side' when s.line is not null then 'slot_taken'
        when p.parent is null and exists (select from network.nodes n join network.nodes c on c.id = n.parent_id and c.parent_id is null where n.side = p.side) then 'slot_taken' end),
      ('pairs', case when r.cells ->> 'pairs' !~ '^(0|[1-9][0-9]{0,6})$' then 'invalid_pairs' when (r.cells ->> 'pairs')::integer > least(p.left_count, p.right_count) then 'too_many_pairs' end)) f (col, fault)
   where r.import_id = (p_import).id and r.kind = 'tree' and f.fault is not null
  union all
  select 'tree', d.line, 'side', 'slot_taken', d.detail from office.import_doubles(p_import, 'tree', '{parent,side}') d
  union all select * from office.import_doubles(p_import, 'tree', '{member}')
$$;
comment on function desk.import_tree_errors is 'What is wrong with the tree of an import.';
