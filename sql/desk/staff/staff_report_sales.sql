-- owner: reader
/* Bookings and payments by vehicle; by month unless asked by day. p_vehicle: one of them. Refuses as desk.report_filter. */
create or replace function desk.staff_report_sales(p_token text, p_from date default null, p_until date default null, p_by text default null, p_currency text default null, p_vehicle uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('sales', desk.report_filter('sales', p_from, p_until, p_by, p_currency, p_vehicle::text));
end $$;
comment on function desk.staff_report_sales is 'Sales.';
