/* Trial balance per currency, two ways that must agree: from the balance rows and from the lines. Differences are zero in true books. */
create or replace function ledger.trial_balance() returns table (currency text, debit bigint, credit bigint, difference bigint, by_lines bigint)
language sql stable security definer set search_path = '' as $$
  select b.currency, sum(case when b.side * b.balance > 0 then b.side * b.balance else 0 end)::bigint, -sum(case when b.side * b.balance < 0 then b.side * b.balance else 0 end)::bigint,
         sum(b.side * b.balance)::bigint, (select coalesce(sum(l.amount), 0)::bigint from ledger.lines l join ledger.accounts a on a.id = l.account_id where a.currency = b.currency)
    from ledger.balances b group by b.currency order by b.currency
$$;
comment on function ledger.trial_balance is 'Trial balance per currency.';
