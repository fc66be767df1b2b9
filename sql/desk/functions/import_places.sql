/* The places of an import's tree as they will be: depth below the company, whether the member's own unit counts (by the plan of p_at: the imported bookings reach the qualifying amount, or everybody who is placed), and what each leg then
   holds. One walk from the last line to the first: parents stand in earlier lines. A line whose parent is not in an earlier one hangs nowhere: depth null. */
create or replace function desk.import_places(p_import office.imports, p_at timestamptz) returns table (line integer, member text, parent text, side text, depth integer, counts boolean, left_count bigint, right_count bigint)
language plpgsql stable set search_path = '' set enable_nestloop = off as $$
declare
  v_qualify bigint := (desk.sale_figures(p_at)).qualify;
  v_all boolean := coalesce((network.plan_on(network.month_of(p_at, network.zone()))).count_on, core.setting('count_on')) = 'placement';
  v_lines integer[]; v_members text[]; v_parents text[]; v_sides text[]; v_above integer[]; v_counts boolean[];
  v_depths integer[]; v_left bigint[]; v_right bigint[];
  v_units bigint;
begin
  with rows as materialized (
    select r.line, r.cells ->> 'member' as member, r.cells ->> 'parent' as parent, r.cells ->> 'side' as side, row_number() over (order by r.line)::integer as n from office.import_rows r where r.import_id = (p_import).id and r.kind = 'tree'),
  firsts as materialized (select r.member, min(r.n) as n from rows r group by 1),
  paid as materialized (
    select r.cells ->> 'member' as member, sum(core.read_amount(r.cells ->> 'paid', (p_import).currency)) as sum from office.import_rows r where r.import_id = (p_import).id and r.kind = 'bookings' group by 1),
  here as materialized (select m.origin as member, ev.net_paid(m.id) as sum from identity.members m where m.origin in (select f.member from firsts f))
  select array_agg(r.line order by r.n), array_agg(r.member order by r.n), array_agg(r.parent order by r.n), array_agg(r.side order by r.n), array_agg(case when p.n < r.n then p.n end order by r.n),
         array_agg(v_all or coalesce(b.sum, 0) + coalesce(h.sum, 0) >= greatest(v_qualify, 1) order by r.n)
    into v_lines, v_members, v_parents, v_sides, v_above, v_counts
    from rows r left join firsts p on p.member = r.parent left join paid b on b.member = r.member left join here h on h.member = r.member;
  if v_lines is null then return; end if;
  v_depths := array_fill(null::integer, array[cardinality(v_lines)]);
  v_left := array_fill(0::bigint, array[cardinality(v_lines)]);
  v_right := v_left;
  for i in 1 .. cardinality(v_lines) loop
    v_depths[i] := case when v_parents[i] is null then 1 else v_depths[v_above[i]] + 1 end;
  end loop;
  for i in reverse cardinality(v_lines) .. 1 loop
    continue when v_above[i] is null;
    v_units := v_left[i] + v_right[i] + v_counts[i]::integer;
    if v_sides[i] = 'L' then v_left[v_above[i]] := v_left[v_above[i]] + v_units; else v_right[v_above[i]] := v_right[v_above[i]] + v_units; end if;
  end loop;
  return query select * from unnest(v_lines, v_members, v_parents, v_sides, v_depths, v_counts, v_left, v_right);
end $$;
comment on function desk.import_places is 'The places of an import''s tree as they will be.';
