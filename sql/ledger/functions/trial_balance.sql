/* Trial balance per currency, two ways that must agree: by the balance rows, and by the lines (totals of the last snapshot and the lines
   since). Debits and credits sum the kinds of account by sign; both differences are zero in true books, and unlike counts the kinds of
   account for which the two ways disagree. */
create or replace function ledger.trial_balance() returns table (currency text, debit bigint, credit bigint, difference bigint, by_lines bigint, unlike bigint)
language sql stable security definer set search_path = '' as $$
  with run as (select r.closed_to from ledger.snapshot_runs r order by r.closed_to desc limit 1),
  rows as (select a.kind, a.currency, sum(b.balance * b.side)::bigint as balance from ledger.balances b join ledger.accounts a on a.id = b.account_id group by 1, 2),
  lines as (
    select t.kind, t.currency, sum(t.balance)::bigint as balance from (
      select s.kind, s.currency, s.balance from ledger.snapshot_totals s where s.closed_to = (select closed_to from run)
      union all
      select a.kind, a.currency, l.amount from ledger.lines l join ledger.accounts a on a.id = l.account_id where l.journal_id > coalesce((select closed_to from run), 0)) t group by 1, 2)
  select k.currency, coalesce(sum(r.balance) filter (where r.balance > 0), 0)::bigint, coalesce(-sum(r.balance) filter (where r.balance < 0), 0)::bigint,
         coalesce(sum(r.balance), 0)::bigint, coalesce(sum(l.balance), 0)::bigint, count(*) filter (where coalesce(r.balance, 0) <> coalesce(l.balance, 0))
    from (select kind, currency from rows union select kind, currency from lines) k
    left join rows r on r.kind = k.kind and r.currency = k.currency left join lines l on l.kind = k.kind and l.currency = k.currency
   group by k.currency order by k.currency
$$;
comment on function ledger.trial_balance is 'Trial balance per currency.';
