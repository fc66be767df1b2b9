-- owner: reader
/* Commissions, pairs and milestones by source, and what became of them; by month unless asked by day. p_source: one of investment, ev_payment, pair, milestone. Refuses as desk.report_filter. */
create or replace function desk.staff_report_commissions(p_token text, p_from date default null, p_until date default null, p_by text default null, p_currency text default null, p_source text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('commissions', desk.report_filter('commissions', p_from, p_until, p_by, p_currency, p_source));
end $$;
comment on function desk.staff_report_commissions is 'Commissions.';
