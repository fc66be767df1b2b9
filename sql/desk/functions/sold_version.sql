/* The version of a plan on sale at an instant; `not_found` without such a plan, `not_active` when none is on sale. */
create or replace function desk.sold_version(p_plan uuid, p_at timestamptz, out plan invest.plans, out version invest.plan_versions)
language plpgsql stable set search_path = '' as $$
begin
  select p.* into plan from invest.plans p where p.id = p_plan;
  if plan is null or (plan).id is null then perform core.refuse('not_found', 'plan'); end if;
  version := invest.current_version(p_plan, core.business_date(p_at, (plan).timezone));
  if (version).id is null then perform core.refuse('not_active', 'plan'); end if;
end $$;
comment on function desk.sold_version is 'The version of a plan on sale.';
