/* A report by its name and filter (desk.report_filter), the same for its page and for a file of it. Only lines of wallets come in pages: p_cursor and p_limit are for those, p_seen for a file of one moment. */
create or replace function desk.report_rows(p_report text, p_filter jsonb, p_cursor text, p_limit integer, p_seen pg_snapshot default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_from date := (p_filter ->> 'from')::date;
  v_until date := (p_filter ->> 'until')::date;
  v_by text := p_filter ->> 'by';
  v_currency text := p_filter ->> 'currency';
  v_part text := p_filter ->> 'part';
begin
  return jsonb_build_object('next', null) || case p_report
    when 'days' then desk.report_days(v_from, v_until, v_by, v_currency)
    when 'sales' then desk.report_sales(v_from, v_until, v_by, v_currency, v_part::uuid)
    when 'activity' then desk.report_activity(v_from, v_until, v_by, v_currency)
    when 'wallets' then desk.report_wallets(v_from, v_until, v_currency, v_part, p_cursor, p_limit, p_seen)
    when 'commissions' then desk.report_commissions(v_from, v_until, v_by, v_currency, v_part)
    when 'accruals' then desk.report_accruals(v_from, v_until, v_by, v_currency, v_part::uuid)
    when 'tax' then desk.report_tax(v_from, v_until, v_currency)
    when 'approvals' then desk.report_approvals(v_from, v_until, v_by, v_currency, v_part::uuid)
    when 'liquidity' then desk.report_liquidity(v_from, v_currency)
  end;
end $$;
comment on function desk.report_rows is 'A report by its name and filter.';
