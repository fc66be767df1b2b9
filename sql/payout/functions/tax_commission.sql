/* Tax of a commission that was paid at once, out of an earmark, instead of being queued. Call it in the transaction that earned it; null: none was earned. */
create or replace function payout.tax_commission(p_commission bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_row record;
begin
  select c.id, c.referrer_id, c.currency, c.amount, c.source_id, j.value_on into v_row from referral.commissions c join ledger.journals j on j.id = c.journal_id where c.id = p_commission;
  if v_row.id is null or core.setting('tax_regime') <> 'IN' or v_row.currency <> core.setting('network_currency') then return; end if;
  perform payout.tax_credit(v_row.referrer_id, ledger.wallet(v_row.referrer_id, 'EARNINGS', v_row.currency), v_row.currency, v_row.value_on, v_row.amount, v_row.amount, null, v_row.id, v_row.source_id, p_at);
end $$;
comment on function payout.tax_commission is 'Tax of a commission that was paid at once.';
