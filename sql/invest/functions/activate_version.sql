/* An approved version is sold from its date on; its plan becomes active. */
create or replace function invest.activate_version(p_version uuid, p_on date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_plan uuid;
begin
  update invest.plan_versions set state = 'active', effective_from = greatest(effective_from, p_on) where id = p_version and state = 'draft' returning plan_id into v_plan;
  if not found then perform core.refuse('already_decided'); end if;
  update invest.plans set state = 'active' where id = v_plan and state = 'draft';
end $$;
comment on function invest.activate_version is 'An approved version is sold.';
