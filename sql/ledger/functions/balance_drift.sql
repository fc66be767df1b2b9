/* The law of ledger.balance_faults for accounts with lines in journals after p_after, at the cost of those lines: an account's sum up to
   some transaction is kept in ledger.balance_marks, only later lines are added to it, and the mark is moved on to p_horizon, before
   which every transaction has ended. An account without a mark is added up once. One caller at a time. The lines are grouped where they
   are read: joined with themselves, a crowd of them that the statistics do not know of yet would take hours. */
create or replace function ledger.balance_drift(p_after bigint, p_horizon xid8) returns setof audit.fault
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  with moved as materialized (
    select l.account_id, m.balance as marked,
           coalesce(sum(l.amount) filter (where j.xid >= coalesce(m.horizon, p_horizon)), 0)::bigint as later,
           coalesce(sum(l.amount) filter (where j.xid >= coalesce(m.horizon, p_horizon) and j.xid < p_horizon), 0)::bigint as settled
      from ledger.lines l join ledger.journals j on j.id = l.journal_id left join ledger.balance_marks m on m.account_id = l.account_id
     where l.journal_id > p_after group by l.account_id, m.account_id, m.balance),
  known as materialized (
    select v.account_id, b.side, b.balance + coalesce(u.pending, 0) as balance, v.later, v.settled,
           coalesce(v.marked, b.side * coalesce((select sum(l.amount) from ledger.lines l join ledger.journals j on j.id = l.journal_id where l.account_id = v.account_id and j.xid < p_horizon), 0)::bigint) as mark
      from moved v join ledger.account_balances b on b.account_id = v.account_id
      left join (select x.account_id, sum(x.amount)::bigint as pending from ledger.unfolded x group by 1) u on u.account_id = v.account_id),
  kept as (
    insert into ledger.balance_marks (account_id, balance, horizon)
    select k.account_id, k.mark + k.side * k.settled, p_horizon from known k
    on conflict (account_id) do update set balance = excluded.balance, horizon = excluded.horizon)
  select 'balance is the sum of lines', 'account ' || k.account_id, (k.mark + k.side * k.later)::text, k.balance::text
    from known k where k.balance <> k.mark + k.side * k.later;
end $$;
comment on function ledger.balance_drift is 'Accounts that moved and whose balance is not the sum of their lines.';
