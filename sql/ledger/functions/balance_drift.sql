/* The same law for accounts with lines in journals after p_after, at the cost of those lines: an account's sum up to some transaction is
   kept in ledger.balance_marks, only later lines are added to it, and the mark is moved on to p_horizon, before which every transaction
   has ended. An account without a mark is added up once. One caller at a time. */
create or replace function ledger.balance_drift(p_after bigint, p_horizon xid8) returns setof audit.fault
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  with fresh as materialized (
    select l.account_id, j.xid, l.amount from ledger.lines l join ledger.journals j on j.id = l.journal_id where l.journal_id > p_after and j.id > p_after),
  known as materialized (
    select t.account_id, b.side, b.balance + coalesce(u.pending, 0) as balance, coalesce(m.horizon, p_horizon) as horizon,
           case when m.account_id is not null then m.balance
                else b.side * coalesce((select sum(l.amount) from ledger.lines l join ledger.journals j on j.id = l.journal_id where l.account_id = t.account_id and j.xid < p_horizon), 0)::bigint end as mark
      from (select distinct f.account_id from fresh f) t
      join ledger.account_balances b on b.account_id = t.account_id
      left join ledger.balance_marks m on m.account_id = t.account_id
      left join (select x.account_id, sum(x.amount)::bigint as pending from ledger.unfolded x group by 1) u on u.account_id = t.account_id),
  summed as materialized (
    select k.account_id, k.side, k.balance, k.mark, sum(f.amount) filter (where f.xid >= k.horizon) as later, sum(f.amount) filter (where f.xid >= k.horizon and f.xid < p_horizon) as settled
      from known k join fresh f on f.account_id = k.account_id group by 1, 2, 3, 4),
  moved as (
    insert into ledger.balance_marks (account_id, balance, horizon)
    select s.account_id, s.mark + s.side * coalesce(s.settled, 0)::bigint, p_horizon from summed s
    on conflict (account_id) do update set balance = excluded.balance, horizon = excluded.horizon)
  select 'balance is the sum of lines', 'account ' || s.account_id, (s.mark + s.side * coalesce(s.later, 0))::text, s.balance::text
    from summed s where s.balance <> s.mark + s.side * coalesce(s.later, 0);
end $$;
comment on function ledger.balance_drift is 'Accounts that moved and whose balance is not the sum of their lines.';
