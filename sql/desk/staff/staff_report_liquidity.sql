-- owner: reader
/* What falls due in the next 52 weeks against what there is. Refuses as desk.report_filter. */
create or replace function desk.staff_report_liquidity(p_token text, p_currency text default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('liquidity', desk.report_filter('liquidity', null, null, null, p_currency, null));
end $$;
comment on function desk.staff_report_liquidity is 'Forward liquidity.';
