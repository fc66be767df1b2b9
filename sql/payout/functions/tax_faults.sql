/* Laws: the tax of a credit is in the books once, and paid to the years it says; and what waits for the authority is what payouts and credits were taxed, less what was paid over. Over everything. */
create or replace function payout.tax_faults() returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a credit is taxed once', 'credit ' || c.id, c.tax::text, coalesce(y.sum, 0) || ' by years, ' || coalesce(l.sum, 0) || ' in the books'
    from payout.credits c
    left join lateral (select sum(t.amount) as sum from payout.credit_taxes t where t.credit_id = c.id) y on true
    left join lateral (select sum(x.amount) as sum from ledger.lines x join ledger.journals j on j.id = x.journal_id where x.journal_id = c.journal_id and x.account_id = c.account_id and j.kind = 'tax' and j.value_on = c.value_on) l on true
   where (c.tax, c.tax) <> (coalesce(y.sum, 0), coalesce(l.sum, 0))
  union all
  select 'a tax journal has its credit', 'journal ' || j.id, 'a credit', 'none' from ledger.journals j where j.kind = 'tax' and not exists (select from payout.credits c where c.journal_id = j.id)
  union all
  select 'what waits for the authority is what was withheld', 'tax in ' || k.code, (coalesce(p.sum, 0) + coalesce(c.sum, 0) - coalesce(o.sum, 0))::text, coalesce(b.balance, 0)::text
    from core.currencies k left join ledger.balances b on b.kind = 'tax_payable' and b.currency = k.code
    left join (select x.currency, sum(x.tax) as sum from payout.payouts x where x.journal_id is not null and x.state <> 'reversed' group by x.currency) p on p.currency = k.code
    left join (select x.currency, sum(x.tax) as sum from payout.credits x group by x.currency) c on c.currency = k.code
    left join (select a.currency, sum(l.amount) as sum from ledger.journals j join ledger.lines l on l.journal_id = j.id join ledger.accounts a on a.id = l.account_id where j.kind = 'tax_payment' and a.kind = 'tax_payable' group by a.currency) o on o.currency = k.code
   where coalesce(b.balance, 0) <> coalesce(p.sum, 0) + coalesce(c.sum, 0) - coalesce(o.sum, 0)
$$;
comment on function payout.tax_faults is 'Tax that is not in the books as computed.';
