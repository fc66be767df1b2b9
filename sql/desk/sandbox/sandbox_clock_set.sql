/* Moves business time forward to an instant; a clock that stands still goes on standing there. Sandbox only, never backwards. */
create or replace function desk.sandbox_clock_set(p_at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not (select sandbox from core.clock) then perform core.refuse('not_permitted'); end if;
  if p_at is null or p_at < core.business_now() - interval '1 second' or p_at > core.business_now() + interval '50 years' then perform core.refuse('invalid_input', 'at'); end if;
  update core.clock set shift = case when frozen_at is null then greatest(p_at - clock_timestamp(), shift) else shift end, frozen_at = case when frozen_at is not null then greatest(p_at, frozen_at) end;
  perform desk.queue_due(core.business_now());
  return jsonb_build_object('business_now', core.business_now());
end $$;
comment on function desk.sandbox_clock_set is 'Moves business time forward to an instant; a clock that stands still goes on standing there.';
