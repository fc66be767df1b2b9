-- owner: reader
/* Returns due, paid and waiting by plan, day by day or month by month. p_plan: one of them. Refuses as desk.report_filter. */
create or replace function desk.staff_report_accruals(p_token text, p_from date default null, p_until date default null, p_by text default null, p_currency text default null, p_plan uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('accruals', desk.report_filter('accruals', p_from, p_until, p_by, p_currency, p_plan::text));
end $$;
comment on function desk.staff_report_accruals is 'Returns by plan.';
