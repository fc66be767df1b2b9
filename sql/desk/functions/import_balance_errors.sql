/* What is wrong with the opening balances of an import: amounts, wallets, and a wallet that was opened by an earlier import already. INVESTED is opened by the contracts;
   EMI_RESERVE exists in the network's currency only. */
create or replace function desk.import_balance_errors(p_import office.imports) returns setof office.import_fault
language sql stable set search_path = '' set enable_nestloop = off as $$
  select 'balances', r.line, f.col, f.fault, jsonb_build_object('currency', (p_import).currency, 'decimals', core.exponent((p_import).currency)::text)
    from office.import_rows r
    left join identity.members m on m.origin = r.cells ->> 'member'
    cross join lateral (values
      ('amount', case when r.cells ? 'amount' and core.read_amount(r.cells ->> 'amount', (p_import).currency) is null then 'invalid_amount' end),
      ('wallet', case when r.cells ->> 'wallet' not in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE') then 'unknown_wallet'
        when r.cells ->> 'wallet' = 'EMI_RESERVE' and (p_import).currency <> core.setting('network_currency') then 'network_only'
        when m.id is not null and exists (select from ledger.accounts a join ledger.lines l on l.account_id = a.id join ledger.journals j on j.id = l.journal_id and j.kind = 'opening'
          where a.member_id = m.id and a.kind = r.cells ->> 'wallet' and a.currency = (p_import).currency) then 'opened_before' end)) f (col, fault)
   where r.import_id = (p_import).id and r.kind = 'balances' and f.fault is not null
  union all select * from desk.import_money_errors(p_import, 'balances')
  union all select * from office.import_doubles(p_import, 'balances', '{member,wallet}')
$$;
comment on function desk.import_balance_errors is 'What is wrong with the opening balances of an import.';
