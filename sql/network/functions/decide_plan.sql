/* A draft is decided, once: approved (active) it holds from its day on, else it is rejected. Refuses `already_decided`; `starts_too_late` when its
   first day has begun, because what was matched since would have had to be matched by it; `month_taken` when another version starts that day. */
create or replace function network.decide_plan(p_version uuid, p_state text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_version network.plan_versions;
begin
  select * into v_version from network.plan_versions where id = p_version for no key update;
  if v_version.state is distinct from 'draft' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_version.state)); end if;
  if p_state = 'active' then
    if v_version.from_on <= core.business_date(p_at, v_version.timezone) then perform core.refuse('starts_too_late', null, jsonb_build_object('from', v_version.from_on)); end if;
    if exists (select from network.plan_versions o where o.state = 'active' and o.from_on = v_version.from_on) then perform core.refuse('month_taken', null, jsonb_build_object('from', v_version.from_on)); end if;
  end if;
  update network.plan_versions set state = p_state, decided_at = p_at where id = p_version;
end $$;
comment on function network.decide_plan is 'A draft of the compensation plan is decided.';
