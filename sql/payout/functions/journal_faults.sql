/* Law: a payout has the journals its state asks for, each once and with its amounts on the member's account: the debit once approved, the payment once sent, the credit back once
   returned, the reversal. Of payouts changed since p_since, or of all. */
create or replace function payout.journal_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a payout''s journals follow its state', 'payout ' || p.reference, concat_ws(' ', s.debits, s.payments, s.returns, s.reversals), concat_ws(' ', f.debits, f.payments, f.returns, f.reversals) || case when f.right then '' else ', amounts differ' end
    from payout.payouts p
    left join payout.bank_files b on b.id = p.file_id left join funding.methods m on m.id = b.method_id
    cross join lateral (select case when p.state in ('pending', 'rejected', 'cancelled') then 0 else 1 end as debits, case when p.file_id is not null then 1 else 0 end as payments,
                               case when p.state = 'returned' or (p.state = 'reversed' and p.file_id is not null) then 1 else 0 end as returns, case when p.state = 'reversed' then 1 else 0 end as reversals) s
    cross join lateral (
      select count(*) filter (where j.kind = 'payout') as debits, count(*) filter (where j.kind = 'payout_settlement') as payments, count(*) filter (where j.kind = 'payout_return') as returns, count(*) filter (where j.kind = 'reversal') as reversals,
             coalesce(bool_and(case j.kind
               when 'payout' then j.id = p.journal_id and j.value_on = p.posted_on and exists (select from ledger.lines l where l.account_id = p.account_id and l.journal_id = j.id and l.amount = p.gross)
               when 'payout_settlement' then exists (select from ledger.lines l where l.account_id = m.account_id and l.journal_id = j.id and l.amount = -p.bank)
               when 'payout_return' then j.id = p.return_id and exists (select from ledger.lines l where l.account_id = p.account_id and l.journal_id = j.id and l.amount = -p.bank)
               else j.id = p.reversal_id and exists (select from ledger.lines l where l.account_id = p.account_id and l.journal_id = j.id and l.amount = -(p.tax + p.emi + case when p.return_id is null then p.bank else 0 end)) end), true) as right
        from ledger.journals j where j.cause = p.id and j.kind in ('payout', 'payout_settlement', 'payout_return', 'reversal')) f
   where (p_since is null or greatest(p.requested_at, p.decided_at, p.sent_at, p.closed_at, p.reversed_at) >= p_since)
     and (not f.right or (f.debits, f.payments, f.returns, f.reversals) <> (s.debits, s.payments, s.returns, s.reversals))
$$;
comment on function payout.journal_faults is 'Payouts whose journals do not follow their state.';
