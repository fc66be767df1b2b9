/* What each kind of journal moved on each kind of account, by value date, in one currency, both ends included: debit and credit in minor units, and how many lines. From sums kept with
   each snapshot (ledger.day_totals) and the lines since, so that a year costs its days and not its lines. */
create or replace function ledger.day_sums(p_currency text, p_from date, p_until date) returns table (value_on date, kind text, account_kind text, debit bigint, credit bigint, lines bigint)
language sql stable security definer set search_path = '' as $$
  select u.value_on, u.kind::text, u.account_kind, sum(u.debit)::bigint, sum(u.credit)::bigint, sum(u.lines)::bigint from (
    select t.value_on, t.kind, t.account_kind, t.debit, t.credit, t.lines from ledger.day_totals t where t.currency = p_currency and t.value_on between p_from and p_until
    union all
    select l.value_on, j.kind, a.kind, greatest(l.amount, 0), greatest(-l.amount, 0), 1
      from ledger.lines l join ledger.accounts a on a.id = l.account_id join ledger.journals j on j.id = l.journal_id
     where l.journal_id > (select coalesce(max(r.closed_to), 0) from ledger.snapshot_runs r) and a.currency = p_currency and l.value_on between p_from and p_until) u
   group by u.value_on, u.kind, u.account_kind
$$;
comment on function ledger.day_sums is 'What moved where, by value date.';
