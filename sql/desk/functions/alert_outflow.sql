/* Tells who may write settings, once a day and currency, that what members ask for in 24 hours (approved and waiting) is above the outflow
   limit: with the request and with an approval, which sees what was asked for at the same moment. An approval that is refused leaves nothing behind. */
create or replace function desk.alert_outflow(p_currency text, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_most bigint := core.setting_amount('outflow_most_per_day', p_currency);
  v_asked bigint;
begin
  if v_most is null then return; end if;
  v_asked := funding.outflow(p_currency, p_at) + (select coalesce(sum(amount), 0) from funding.withdrawals where currency = p_currency and state = 'pending')
    + payout.outflow(p_currency, p_at) + (select coalesce(sum(bank), 0) from payout.payouts where currency = p_currency and state = 'pending');
  if v_asked > v_most then
    perform outbox.mail_permitted('settings.write', 'alert_outflow', jsonb_build_object('asked', core.format_amount(v_asked, p_currency), 'most', core.format_amount(v_most, p_currency), 'currency', p_currency, 'at', p_at),
      'outflow:' || p_currency || ':' || core.business_date(p_at, core.setting('timezone')));
  end if;
end $$;
comment on function desk.alert_outflow is 'Tells administrators that more is asked for than may leave.';
