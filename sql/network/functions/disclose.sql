/* Discloses the income of the twelve months that ended with the last full month, once: of all together and by tenure. Neighbouring tenures are put
   together until a group has p_smallest members; where all together are fewer, nothing is disclosed. Answers how many rows were written. */
create or replace function network.disclose(p_smallest integer, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_until date := network.month_of(p_at, network.zone());
  v_tenures integer[] := '{0,6,12,24,36}';
  v_from integer[] := '{}';
  v_counts bigint[];
  v_sum bigint := 0;
  v_begin integer := 0;
  v_currency text := (network.plan_on(v_until)).currency;
  v_rows integer;
begin
  if v_until is null or exists (select from network.disclosures d where d.until_on = v_until) then return 0; end if;
  select array_agg((select count(*) from network.nodes n cross join lateral (select age(v_until, (n.placed_at at time zone network.zone())::date) as age) a
      where n.member_id is not null and n.placed_at < v_until::timestamp at time zone network.zone()
        and extract(year from a.age) * 12 + extract(month from a.age) >= t.months and (v_tenures[t.no + 1] is null or extract(year from a.age) * 12 + extract(month from a.age) < v_tenures[t.no + 1])) order by t.no)
    into v_counts from unnest(v_tenures) with ordinality as t (months, no);
  if (select sum(c) from unnest(v_counts) c) < p_smallest then return 0; end if;
  for v_no in 1 .. cardinality(v_tenures) loop
    v_sum := v_sum + v_counts[v_no];
    if v_sum >= p_smallest then
      v_from := v_from || v_begin;
      v_begin := v_tenures[v_no + 1];
      v_sum := 0;
    end if;
  end loop;
  -- What is left at the end is too few: it belongs to the last group, which so has no end.
  insert into network.disclosures (until_on, from_months, until_months, whole, currency, members, without, median, made_at)
  select v_until, g.from_months, g.until_months, g.whole, v_currency, count(*), count(*) filter (where i.earned <= 0),
         (div(percentile_disc(0.5) within group (order by i.earned), 10::numeric ^ core.exponent(v_currency)) * 10::numeric ^ core.exponent(v_currency))::bigint, p_at
    from network.income(v_until) i
    join (select 0 as from_months, null::integer as until_months, true as whole
          union all select f.months, v_from[f.no + 1], false from unnest(v_from) with ordinality as f (months, no)) g
      on i.months >= g.from_months and (g.until_months is null or i.months < g.until_months)
   group by g.from_months, g.until_months, g.whole
  on conflict do nothing;
  get diagnostics v_rows = row_count;
  return v_rows;
end $$;
comment on function network.disclose is 'Discloses the income of the last twelve full months.';
