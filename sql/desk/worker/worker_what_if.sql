/* One step of a run of real history under a draft of the compensation plan: about p_limit counts. Call until nothing is more. */
create or replace function desk.worker_what_if(p_limit integer default 20000) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_step record := network.what_if_step(least(greatest(p_limit, 1), 100000), core.business_now());
begin
  return jsonb_build_object('what_if', v_step.what_if, 'done', v_step.done, 'counts', v_step.counts, 'more', v_step.more);
end $$;
comment on function desk.worker_what_if is 'One step of history under a draft.';
