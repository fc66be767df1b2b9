/* Carries out what cooling-off has kept waiting until now: units qualify, commissions are no longer held, and what their
   earners owe is taken from them first. Call until both are 0; a unit whose
   member is not yet known where the operator asks for it goes on waiting. */
create or replace function desk.worker_cooling_ends() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_over record := desk.cooling_over(v_at);
  v_released integer;
begin
  perform desk.follow_payments(m, v_at) from unnest(v_over.members) m;
  v_released := treasury.release_cooling(v_over.items, v_at);
  -- While it was held nothing could be taken of it.
  perform treasury.recover(array(select i.id from treasury.items i where i.id = any (v_over.items) and i.state = 'posted'), v_at);
  return jsonb_build_object('qualified', cardinality(v_over.members), 'released', v_released);
end $$;
comment on function desk.worker_cooling_ends is 'Units qualify and commissions are no longer held.';
