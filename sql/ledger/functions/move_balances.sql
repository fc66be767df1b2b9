/* Locks, tests and moves the balances of some lines, account by account in ascending order, and answers whether shared accounts are
   among them, which ledger.append_shared then moves. One statement: what it tests is what stands after the wait for the lock. Merged with
   one pass over the index of accounts: their order is the order of the locks. Of shared accounts only those that decrease are locked. Refuses like ledger.explain_shortage when one is short. A line's amount is in minor
   units, debit above zero. */
create or replace function ledger.move_balances(p_lines ledger.line[]) returns boolean
language plpgsql volatile set enable_seqscan = off set enable_hashjoin = off set enable_nestloop = off set plan_cache_mode = force_generic_plan as $$
declare
  v_moved integer;
  v_waiting integer;
  v_accounts integer;
  v_short bigint[];
begin
  with n as materialized (
    select l.account_id, sum(l.amount)::bigint as moved from unnest(p_lines) l group by l.account_id order by l.account_id),
  u as (
    update ledger.account_balances b set balance = b.balance + case when b.appended or b.balance - b.held + n.moved * b.side < b.floor then 0 else n.moved * b.side end from n
     where b.account_id = n.account_id and b.account_id = any (array(select l.account_id from unnest(p_lines) l)) and (not b.appended or (b.floored and n.moved * b.side < 0))
    returning b.account_id, b.appended, old.balance - old.held + n.moved * b.side < b.floor as short)
  select (select count(*) from n), count(*) filter (where not u.appended), count(*) filter (where u.appended), array_agg(u.account_id) filter (where u.short and not u.appended)
    into v_accounts, v_moved, v_waiting, v_short from u;
  if v_short is not null then
    perform ledger.explain_shortage(array(select l from unnest(p_lines) l where l.account_id = any (v_short)));
    perform core.refuse('unbalanced');
  end if;
  if v_moved = v_accounts then
    return false;
  end if;
  -- The rest must be shared accounts, and those of them that decrease must be locked by now. Only the accounts named are read, here as above: merged with nothing else, the index would be read from its beginning.
  if exists (select from (select l.account_id, sum(l.amount)::bigint as moved from unnest(p_lines) l group by l.account_id) n
               left join ledger.account_balances b on b.account_id = n.account_id and b.account_id = any (array(select l.account_id from unnest(p_lines) l)) and b.appended having count(b.account_id) <> v_accounts - v_moved
                  or count(*) filter (where b.floored and n.moved * b.side < 0) <> v_waiting) then
    perform core.refuse('unbalanced');
  end if;
  return true;
end $$;
comment on function ledger.move_balances is 'Locks, tests and moves the balances of some lines.';
