/* One step of what-if: begins the run that has waited longest, replays about p_limit counts of the one under way in the order in which the matcher
   applied them, or finishes it; a run under an investment plan's rate goes its own way (network.what_if_rate_step). Months open before anything of theirs is matched; the draft holds in all of them. Which units counted and when,
   and what members had paid at an instant, stay what they were. One step at a time; whoever comes meanwhile finds nothing to do. Reads live rows
   without locks and writes none. Answers whether there is more; call until there is not. */
create or replace function network.what_if_step(p_limit integer, p_at timestamptz, out what_if uuid, out done bigint, out counts bigint, out more boolean)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_zone text := network.zone();
  v_run network.what_ifs;
  v_plan network.plan_versions;
  v_next record;
  v_taken bigint := 0;
begin
  more := false;
  if not pg_try_advisory_xact_lock(hashtext('network.what_ifs')) then return; end if;
  select * into v_run from network.what_ifs w where w.state <> 'finished' order by (w.state = 'running') desc, w.asked_at, w.id limit 1;
  if not found then return; end if;
  more := true;
  if v_run.rate_version_id is not null then
    select s.done, s.counts into done, counts from network.what_if_rate_step(v_run, p_limit, p_at) s;
    what_if := v_run.id;
    return;
  end if;
  if v_run.state = 'waiting' or not exists (select from network.what_if_nodes) then v_run := network.begin_what_if(v_run.id, p_at); end if;
  select * into v_plan from network.plan_versions where id = v_run.version_id;
  -- Runs of counts of one month and direction, as the matcher takes them.
  for v_next in
    select array_agg(r.id order by r.id) as ids, r.month_on, r.direction from (
      select x.*, count(*) filter (where x.turns) over (order by x.id) as run from (
        select k.*, (k.direction, k.month_on) is distinct from (lag(k.direction) over by_id, lag(k.month_on) over by_id) as turns from (
          select c.id, c.direction, network.month_of(c.counted_at, v_zone) as month_on from network.counts c
           where c.id > v_run.at_count_id and c.id <= v_run.last_count_id and c.applied_at is not null order by c.id limit p_limit) k
        window by_id as (order by k.id)) x) r
    group by r.run, r.month_on, r.direction order by r.run
  loop
    perform network.what_if_open_until(v_plan, v_next.month_on);
    if v_next.direction = 1 then
      perform network.what_if_add(v_plan, v_next.ids, v_next.month_on);
    else
      -- Each by itself: what one leaves is what the next begins with.
      perform network.what_if_take(n.x) from unnest(v_next.ids) with ordinality as n (x, place) order by n.place;
    end if;
    v_taken := v_taken + cardinality(v_next.ids);
    v_run.at_count_id := v_next.ids[cardinality(v_next.ids)];
  end loop;
  what_if := v_run.id;
  counts := v_run.counts;
  done := least(v_run.counts_done + v_taken, counts);
  update network.what_ifs w set at_count_id = v_run.at_count_id, counts_done = done where w.id = v_run.id;
  if v_taken = 0 then
    perform network.what_if_open_until(v_plan, network.month_of(v_run.as_of, v_zone));
    perform network.finish_what_if(v_run.id, v_plan, p_at);
  end if;
end $$;
comment on function network.what_if_step is 'One step of history under a draft.';
