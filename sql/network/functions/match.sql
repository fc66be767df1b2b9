/* One step of the matcher: opens a month that has begun before the next count, or else applies the next counts of one month and direction, at most
   p_limit, and makes or reverses the pairs that follow. Exact whatever the size of a step: months open before anything of theirs is
   matched, and pairs are made in the order of the counts. One matcher at a time; others wait and find nothing left. */
create or replace function network.match(p_limit integer, p_at timestamptz, out applied integer, out paired integer, out reversed integer, out more boolean)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_zone text := network.zone();
  v_first network.counts;
  v_month date;
  v_counts bigint[];
begin
  applied := 0; paired := 0; reversed := 0; more := false;
  perform pg_advisory_xact_lock(hashtext('network.counts'));
  if v_zone is null then return; end if;
  select * into v_first from network.counts where applied_at is null and counted_at <= p_at order by id limit 1;
  v_month := network.month_of(coalesce(v_first.counted_at, p_at), v_zone);
  if exists (select from network.backlogs where month_on < v_month) then
    paired := network.open_months(v_month, p_limit);
    more := true;
    return;
  end if;
  if v_first.id is null then return; end if;
  if v_first.direction = -1 then
    v_counts := array[v_first.id];
    reversed := network.take_count(v_first.id, v_first.counted_at);
  else
    select array_agg(c.id order by c.id) into v_counts from (
      select w.id, bool_or(w.direction <> 1 or network.month_of(w.counted_at, v_zone) <> v_month) over (order by w.id) as beyond
        from (select * from network.counts where applied_at is null and counted_at <= p_at order by id limit p_limit) w) c where not c.beyond;
    paired := network.add_counts(v_counts, v_month);
  end if;
  update network.counts set applied_at = p_at where id = any (v_counts);
  applied := cardinality(v_counts);
  more := true;
end $$;
comment on function network.match is 'One step of the matcher.';
