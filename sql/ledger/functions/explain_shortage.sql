/* Says which of the accounts of some lines could not pay: refuses like ledger.refuse_short for the first that lacks money. Looks up these accounts alone, also when its caller (ledger.move_balances) joins no other way
   than by order. */
create or replace function ledger.explain_shortage(p_lines ledger.line[]) returns void
language plpgsql volatile security definer set search_path = '' set enable_nestloop = on as $$
declare v_short record;
begin
  select a.id, b.available into v_short
    from (select l.account_id, sum(l.amount) as moved from unnest(p_lines) l group by l.account_id) n
    join ledger.accounts a on a.id = n.account_id
    join ledger.balances b on b.account_id = a.id
   where a.floored and b.available + n.moved * a.side < 0 order by a.id limit 1;
  if found then
    perform ledger.refuse_short(v_short.id, v_short.available);
  end if;
end $$;
comment on function ledger.explain_shortage is 'Names the account that could not pay.';
