-- owner: reader
/* Tax withheld by quarter and regime, beside what the books say. Refuses as desk.report_filter. */
create or replace function desk.staff_report_tax(p_token text, p_from date default null, p_until date default null, p_currency text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('tax', desk.report_filter('tax', p_from, p_until, 'month', p_currency, null));
end $$;
comment on function desk.staff_report_tax is 'Tax withheld.';
