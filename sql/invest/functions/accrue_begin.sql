/* Begins (or finds) the accrual run of a business date in a plan time zone. One run at a time: an unfinished older one is answered
   first, to be drained. A finished date is looked at again only for contracts it cannot have seen. Treasuries that can pay the whole
   run have it held here, part by part; the others' days will be recorded as awaiting funding. Answers the date to work on, its state
   and open parts. */
create or replace function invest.accrue_begin(p_as_of date, p_timezone text, p_at timestamptz, p_chunk integer default 10000, out as_of date, out state text, out chunks integer)
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  v_run invest.accrual_runs;
  v_last invest.accrual_runs;
  v_horizon xid8;
  v_first integer;
  v_parts integer[];
  v_currencies text[];
  v_due bigint[];
  v_from bigint[];
  v_to bigint[];
begin
  perform pg_advisory_xact_lock(hashtext('invest.accrual_runs'));
  select * into v_run from invest.accrual_runs r where r.timezone = p_timezone and r.state = 'running' order by r.as_of limit 1;
  if found then
    as_of := v_run.as_of; state := 'running';
    select count(*) into chunks from invest.accrual_chunks c where c.timezone = p_timezone and c.as_of = v_run.as_of and not c.done;
    return;
  end if;
  as_of := p_as_of;
  v_horizon := pg_snapshot_xmin(pg_current_snapshot());
  select * into v_last from invest.accrual_runs r where r.timezone = p_timezone order by r.as_of desc limit 1;
  select coalesce(max(c.chunk), 0) into v_first from invest.accrual_chunks c where c.timezone = p_timezone and c.as_of = p_as_of;
  if v_last.as_of < p_as_of then
    v_run.previous_on := v_last.as_of;
    v_run.previous_horizon := v_last.horizon;
  end if;
  -- One look at each contract: its part, and what it is due. A finished date is asked only for what its run cannot have seen, which its
  -- mark tells; what the run before has certainly seen needs no look at its rows. The last row is asked for here and not by
  -- invest.days_recorded: a call for each of many contracts costs several times the look itself.
  select array_agg(d.part), array_agg(d.currency), array_agg(d.due), array_agg(d.from_id), array_agg(d.to_id) into v_parts, v_currencies, v_due, v_from, v_to from (
    select v_first + 1 + (i.n / i.size)::integer as part, i.currency,
           coalesce(sum(invest.earned_until(i.accrual_rate, i.due) - invest.earned_until(i.accrual_rate, i.recorded)) filter (where not i.prefunded), 0)::bigint as due, min(i.id) as from_id, max(i.id) as to_id from (
      select c.id, c.currency, c.prefunded, c.accrual_rate, p_chunk as size, row_number() over (order by c.id) - 1 as n, least(c.days, p_as_of - c.start_on) as due,
             case when c.touched_xid < v_run.previous_horizon then greatest(least(c.days, v_run.previous_on - c.start_on), 0)
                  else coalesce((select a.k from invest.accruals a where a.investment_id = c.id order by a.k desc limit 1), 0) end as recorded
        from invest.investments c
       where not coalesce(p_as_of <= v_last.as_of, false) and c.timezone = p_timezone and c.state = 'active' and c.parked_reason is null and c.start_on < p_as_of
      union all
      select c.id, c.currency, c.prefunded, c.accrual_rate, 1, row_number() over (order by c.id) - 1, least(c.days, p_as_of - c.start_on), invest.days_recorded(c.id)
        from invest.investments c
       where p_as_of <= v_last.as_of and c.touched_xid >= v_last.horizon and c.timezone = p_timezone and c.state = 'active' and c.parked_reason is null
         and c.start_on < p_as_of and (invest.days_recorded(c.id) < least(c.days, p_as_of - c.start_on) or c.end_on <= p_as_of)) i
     group by 1, i.currency) d;
  insert into invest.accrual_chunks (timezone, as_of, chunk, from_id, to_id)
  select p_timezone, p_as_of, u.part, min(u.from_id), max(u.to_id) from unnest(v_parts, v_from, v_to) u (part, from_id, to_id) group by u.part;
  get diagnostics chunks = row_count;
  if p_as_of <= v_last.as_of and chunks = 0 then
    state := 'finished';
    return;
  end if;
  insert into invest.accrual_runs (timezone, as_of, state, horizon, previous_on, previous_horizon, started_at, finished_at)
  values (p_timezone, p_as_of, case when chunks = 0 then 'finished' else 'running' end, v_horizon, v_run.previous_on, v_run.previous_horizon, p_at, case when chunks = 0 then p_at end)
  on conflict on constraint one_run_per_zone_and_date do update
     set state = excluded.state, horizon = excluded.horizon, previous_on = null, previous_horizon = null, finished_at = excluded.finished_at;
  state := case when chunks = 0 then 'finished' else 'running' end;
  if chunks > 0 then
    perform invest.reserve_run(p_as_of, p_timezone, v_parts, v_currencies, v_due, p_at);
  end if;
end $$;
comment on function invest.accrue_begin is 'Begins or finds the accrual run of a date in a time zone.';
