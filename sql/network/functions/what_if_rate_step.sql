/* One step of a run of an investment plan's history: begins it, replays a part of its contracts, or finishes it. A contract is many days, so that a step takes a twentieth of what it takes of counts.
   Called by network.what_if_step under its lock. Answers how many contracts are done of how many. */
create or replace function network.what_if_rate_step(p_run network.what_ifs, p_limit integer, p_at timestamptz, out done bigint, out counts bigint)
language plpgsql volatile set search_path = '' as $$
declare
  v_run network.what_ifs := p_run;
  v_part record;
begin
  -- A crash empties the copies: then it begins anew.
  if v_run.state = 'waiting' or (v_run.counts > 0 and not exists (select from network.what_if_contracts)) then v_run := network.begin_rate_what_if(v_run.id, p_at); end if;
  select * into v_part from network.replay_rates(v_run, greatest(p_limit / 20, 1));
  counts := v_run.counts;
  done := v_run.counts_done + v_part.taken;
  if v_part.taken = 0 then
    perform network.finish_rate_what_if(v_run.id, p_at);
  else
    update network.what_ifs w set at_count_id = v_part.last, counts_done = done where w.id = v_run.id;
  end if;
end $$;
comment on function network.what_if_rate_step is 'One step of a plan''s history under another rate.';
