/* Opens months that have begun, applies what counts, and makes the pairs that follow: one step, p_limit counts at most. Call until nothing is
   more; calling it again, or fifty at once, changes nothing. */
create or replace function desk.worker_network_match(p_limit integer default 500) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_step record := network.match(least(greatest(p_limit, 1), 20000), core.business_now());
begin
  return jsonb_build_object('applied', v_step.applied, 'paired', v_step.paired, 'reversed', v_step.reversed, 'more', v_step.more);
end $$;
comment on function desk.worker_network_match is 'Opens months, applies what counts, makes pairs.';
