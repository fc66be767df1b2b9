/* What entries of a client account are called, on paper and at the bank: the deposit's, withdrawal's or request's own reference and the
   one of the transfer. Set-based over the account's entries from a day on. */
create or replace function desk.entry_references(p_account bigint, p_from date) returns table (journal_id bigint, line_no integer, amount bigint, value_on date, kind text, reference text, transfer_reference text)
language sql stable set search_path = '' as $$
  select e.journal_id, e.line_no, e.amount, e.value_on, j.kind::text, coalesce(d.reference, w.reference, r.reference), coalesce(d.transaction_reference, w.transaction_reference)
    from ledger.lines e join ledger.journals j on j.id = e.journal_id
    left join funding.deposits d on d.id = j.cause and j.kind = 'deposit'
    left join funding.withdrawals w on w.id = j.cause and j.kind in ('withdrawal_settlement', 'withdrawal_return')
    left join approval.requests r on r.id = j.cause
   where e.account_id = p_account and e.value_on >= p_from
$$;
comment on function desk.entry_references is 'What entries of a client account are called.';
