-- owner: reader
/* Decisions by person; by month unless asked by day. p_person: one of the staff. Refuses as desk.report_filter. */
create or replace function desk.staff_report_approvals(p_token text, p_from date default null, p_until date default null, p_by text default null, p_currency text default null, p_person uuid default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('approvals', desk.report_filter('approvals', p_from, p_until, p_by, p_currency, p_person::text));
end $$;
comment on function desk.staff_report_approvals is 'Decisions by person.';
