/* Takes a commission back because its source was cancelled: one that still waits is never paid; of one that was paid, EARNINGS gives what it
   has available and the rest is owed (clawback_receivable -> clawback_contra). The treasury gets back only what came back. Nothing happens
   where the source earned none, or once it was taken back. Call it with the accounts locked that referral.clawback_accounts names. */
create or replace function referral.claw_back(p_source_kind text, p_source uuid, p_value_on date, p_actor bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row referral.commissions;
  v_wallet bigint;
  v_there bigint;
  v_journal bigint;
  v_lines ledger.line[] := '{}';
begin
  select * into v_row from referral.commissions c where c.source_kind = p_source_kind and c.source_id = p_source
     and not exists (select from referral.clawbacks b where b.commission_id = c.id);
  if not found then return; end if;
  if not treasury.withdraw_item(v_row.item_id, p_at) then
    insert into referral.clawbacks (commission_id, unpaid, returned, owed, taken_at) values (v_row.id, v_row.amount, 0, 0, p_at);
    return;
  end if;
  v_wallet := ledger.wallet(v_row.referrer_id, 'EARNINGS', v_row.currency);
  select least(b.available, v_row.amount) into v_there from ledger.balances b where b.account_id = v_wallet;
  if v_there > 0 then
    v_lines := array[(v_wallet, v_there, null)::ledger.line, (treasury.queue('commission', v_row.currency), -v_there, null)::ledger.line];
  end if;
  if v_there < v_row.amount then
    v_lines := v_lines || array[(ledger.operator_account('clawback_receivable', v_row.currency), v_row.amount - v_there, null)::ledger.line,
      (ledger.operator_account('clawback_contra', v_row.currency), v_there - v_row.amount, null)::ledger.line];
  end if;
  v_journal := ledger.post('clawback_recovery', p_value_on, p_actor, p_source, v_lines);
  insert into referral.clawbacks (commission_id, unpaid, returned, owed, journal_id, taken_at) values (v_row.id, 0, v_there, v_row.amount - v_there, v_journal, p_at);
  perform treasury.owe(v_row.referrer_id, v_row.currency, v_row.amount - v_there, p_source, p_at);
  perform outbox.enqueue('treasury__settle', jsonb_build_object('treasury', treasury.queue('commission', v_row.currency)::text));
end $$;
comment on function referral.claw_back is 'Takes a commission back because its source was cancelled.';
