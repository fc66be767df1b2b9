/* What follows from a commission that was paid at once, out of an earmark, as it does from one that the queue pays: tax, then what its earner owes, and the mail. Null: none was earned. Call it in
   the transaction that earned it. */
create or replace function desk.earn_at_once(p_commission bigint, p_at timestamptz) returns void
language plpgsql volatile set search_path = '' as $$
declare v_row record;
begin
  perform payout.tax_commission(p_commission, p_at);
  select c.id, c.amount, c.source_id, j.value_on, ledger.wallet(c.referrer_id, 'EARNINGS', c.currency) as account_id into v_row
    from referral.commissions c join ledger.journals j on j.id = c.journal_id where c.id = p_commission;
  if not found then return; end if;
  perform treasury.recover_from(v_row.account_id, treasury.free_of(v_row.account_id, v_row.source_id, v_row.amount), v_row.value_on, v_row.source_id, null, p_at);
  perform desk.mail_commission(v_row.id);
end $$;
comment on function desk.earn_at_once is 'What follows from a commission that was paid at once.';
