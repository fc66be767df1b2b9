-- owner: reader
/* Lines of members' wallets with sums by kind. p_wallet: one kind of wallet. Refuses as desk.report_filter. */
create or replace function desk.staff_report_wallets(p_token text, p_from date default null, p_until date default null, p_currency text default null, p_wallet text default null, p_cursor text default null, p_limit integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'reports.read');
begin
  return desk.report_page('wallets', desk.report_filter('wallets', p_from, p_until, null, p_currency, p_wallet), p_cursor, p_limit);
end $$;
comment on function desk.staff_report_wallets is 'Wallet transactions.';
