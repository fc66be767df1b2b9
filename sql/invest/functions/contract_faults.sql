/* Law: a contract was paid for: one journal moved its amount from the wallet it names to INVESTED. Of contracts touched by transactions
   from p_xid on, or of all. */
create or replace function invest.contract_faults(p_xid xid8 default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a contract was paid for', 'investment ' || i.id, '1 journal of ' || i.amount, c.count || ' journals, ' || c.right || ' of them right'
    from invest.investments i
    cross join lateral (
      select count(*) as count, count(*) filter (where exists (select from ledger.lines l where l.account_id = i.invested_account_id and l.journal_id = j.id and l.amount = -i.amount)
               and exists (select from ledger.lines l where l.account_id = case i.source_wallet when 'DEPOSIT' then i.deposit_account_id else i.interest_account_id end and l.journal_id = j.id and l.amount = i.amount)) as right
        from ledger.journals j where j.cause = i.public_id and j.kind = 'investment') c
   where (p_xid is null or i.touched_xid >= p_xid) and (c.count, c.right) <> (1, 1)
     -- What came with an import was opened: invest.carried_faults.
     and not (c.count = 0 and exists (select from invest.carried x where x.investment_id = i.id))
$$;
comment on function invest.contract_faults is 'Contracts that were not paid for.';
