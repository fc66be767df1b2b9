/* Moves business time forward. Sandbox only, never backwards. */
create or replace function desk.sandbox_clock_move(p_by interval) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not (select sandbox from core.clock) then perform core.refuse('not_permitted'); end if;
  if p_by is null or p_by <= interval '0' or p_by > interval '50 years' then perform core.refuse('invalid_input', 'by'); end if;
  update core.clock set shift = case when frozen_at is null then shift + p_by else shift end, frozen_at = frozen_at + p_by;
  perform desk.queue_due(core.business_now());
  return jsonb_build_object('business_now', core.business_now());
end $$;
comment on function desk.sandbox_clock_move is 'Moves business time forward.';
