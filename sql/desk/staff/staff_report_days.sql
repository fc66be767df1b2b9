-- owner: reader
/* What came, was earned and left, day by day or month by month, and who joined. Refuses as desk.report_filter. */
create or replace function desk.staff_report_days(p_token text, p_from date default null, p_until date default null, p_by text default null, p_currency text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('days', desk.report_filter('days', p_from, p_until, p_by, p_currency, null));
end $$;
comment on function desk.staff_report_days is 'Dashboard statistics.';
