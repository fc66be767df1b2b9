/* Law: a withdrawal has the journals its state asks for, each once and with its amounts: none while it waits or was refused; the debit of
   the wallet once approved; the payment by its method once sent; the credit back when it was returned. Of withdrawals changed since
   p_since, or of all. */
create or replace function funding.withdrawal_journal_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a withdrawal''s journals follow its state', 'withdrawal ' || w.reference, concat_ws(' ', s.debits, s.payments, s.returns), concat_ws(' ', f.debits, f.payments, f.returns) || case when f.right then '' else ', amounts differ' end
    from funding.withdrawals w
    left join funding.methods m on m.id = w.method_id
    cross join lateral (select case when w.state in ('approved', 'sent', 'confirmed', 'returned') then 1 else 0 end as debits,
                               case when w.state in ('sent', 'confirmed', 'returned') then 1 else 0 end as payments, case when w.state = 'returned' then 1 else 0 end as returns) s
    cross join lateral (
      select count(*) filter (where j.kind = 'withdrawal') as debits, count(*) filter (where j.kind = 'withdrawal_settlement') as payments, count(*) filter (where j.kind = 'withdrawal_return') as returns,
             coalesce(bool_and(case j.kind
               when 'withdrawal' then j.id = w.journal_id and exists (select from ledger.lines l where l.account_id = w.account_id and l.journal_id = j.id and l.amount = w.amount + w.fee)
               when 'withdrawal_settlement' then exists (select from ledger.lines l where l.account_id = m.account_id and l.journal_id = j.id and l.amount = -w.amount)
               else exists (select from ledger.lines l where l.account_id = w.account_id and l.journal_id = j.id and l.amount = -w.amount) end), true) as right
        from ledger.journals j where j.cause = w.id and j.kind in ('withdrawal', 'withdrawal_settlement', 'withdrawal_return')) f
   where (p_since is null or greatest(w.requested_at, w.decided_at, w.sent_at, w.closed_at) >= p_since)
     and (not f.right or (f.debits, f.payments, f.returns) <> (s.debits, s.payments, s.returns))
$$;
comment on function funding.withdrawal_journal_faults is 'Withdrawals whose journals do not follow their state.';
