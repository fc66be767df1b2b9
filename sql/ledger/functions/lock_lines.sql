/* Locks every account of some lines that can be refused, in account order, and answers whether one of them is short. What the locking
   statement returns is what stands now, not what stood before the wait. */
create or replace function ledger.lock_lines(p_lines ledger.line[]) returns boolean
language plpgsql volatile as $$
declare v_short boolean;
begin
  with moved as materialized (
    select l.account_id, sum(l.amount)::bigint as moved from unnest(p_lines) l group by l.account_id),
  locked as (
    select a.account_id as id, a.floored, a.appended, a.side, a.balance, a.held from ledger.account_balances a
     where a.account_id in (select m.account_id from moved m join ledger.account_balances x on x.account_id = m.account_id
                     where not x.appended or (x.floored and m.moved * x.side < 0))
     order by a.account_id for no key update)
  select bool_or(k.floored and not k.appended and k.balance - k.held + m.moved * k.side < 0) into v_short
    from locked k join moved m on m.account_id = k.id;
  return coalesce(v_short, false);
end $$;
comment on function ledger.lock_lines is 'Locks the accounts of some lines; answers whether one is short.';
