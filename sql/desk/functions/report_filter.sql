/* What a report is asked for, made whole: its days (desk.report_period; none for what is to come), its currency (the operator's, or the network's for sales and commissions) and the one plan, vehicle, wallet,
   source or person it is about. Refuses as desk.report_period, and `invalid_input` at `report`, `currency` or `part`. */
create or replace function desk.report_filter(p_report text, p_from date, p_until date, p_by text, p_currency text, p_part text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  v_today date := core.business_date(core.business_now(), core.setting('timezone'));
  v_currency text := coalesce(p_currency, core.setting(case when p_report in ('sales', 'commissions', 'tax') then 'network_currency' else 'currency' end));
  v_period record;
begin
  if p_report not in ('days', 'sales', 'activity', 'wallets', 'commissions', 'accruals', 'tax', 'approvals', 'liquidity') then perform core.refuse('invalid_input', 'report'); end if;
  if not exists (select from core.currencies c where c.code = v_currency) then perform core.refuse('invalid_input', 'currency'); end if;
  if p_part is not null and not (case
      when p_report in ('accruals', 'sales', 'approvals') then p_part ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
      when p_report = 'wallets' then p_part in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE', 'INVESTED')
      when p_report = 'commissions' then p_part in ('investment', 'ev_payment', 'pair', 'milestone')
      else false end) then
    perform core.refuse('invalid_input', 'part');
  end if;
  if p_report = 'liquidity' then
    return jsonb_build_object('from', v_today + 1, 'until', v_today + 364, 'by', 'week', 'currency', v_currency);
  end if;
  -- Lines are read page by page, however long the period is; without days they are those of the last thirty.
  v_period := desk.report_period(case p_report when 'wallets' then coalesce(p_from, coalesce(p_until, v_today) - 29) else p_from end, p_until,
    case when p_report = 'wallets' then 'month' when p_report in ('tax', 'approvals', 'sales', 'commissions') then coalesce(p_by, 'month') else p_by end, v_today);
  return jsonb_build_object('from', v_period.from_on, 'until', v_period.until_on, 'by', v_period.step, 'currency', v_currency, 'part', p_part);
end $$;
comment on function desk.report_filter is 'What a report is asked for, made whole.';
