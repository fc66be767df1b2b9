/* Says which of the accounts of some lines could not pay: refuses like ledger.refuse_short for the first that lacks money. */
create or replace function ledger.explain_shortage(p_lines ledger.line[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
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
