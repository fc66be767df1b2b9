/* Where a request stands in a batch: by the account that its effect moves, so that a batch locks accounts in ascending order as everything else does. */
create or replace function desk.batch_place(p_request approval.requests) returns bigint
language sql stable set search_path = '' as $$
  select coalesce(case (p_request).kind
    when 'withdrawal' then (select w.account_id from funding.withdrawals w where w.id = (p_request).subject_id)
    when 'payout' then (select p.account_id from payout.payouts p where p.id = (p_request).subject_id)
    else (select a.id from ledger.accounts a where a.member_id = (p_request).beneficiary_id and a.currency = (p_request).currency
             and a.kind = case (p_request).kind when 'deposit' then 'DEPOSIT' else 'EARNINGS' end) end, 0)
$$;
comment on function desk.batch_place is 'Where a request stands in a batch.';
