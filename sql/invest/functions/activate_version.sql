/* An approved version is sold from its date on, at the earliest from the plan's own today; its plan becomes active. */
create or replace function invest.activate_version(p_version uuid, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_plan uuid;
begin
  update invest.plan_versions v set state = 'active', effective_from = greatest(v.effective_from, core.business_date(p_at, p.timezone))
    from invest.plans p where p.id = v.plan_id and v.id = p_version and v.state = 'draft' returning v.plan_id into v_plan;
  if not found then perform core.refuse('already_decided'); end if;
  update invest.plans set state = 'active' where id = v_plan and state = 'draft';
end $$;
comment on function invest.activate_version is 'An approved version is sold.';
