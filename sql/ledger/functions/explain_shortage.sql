/* Says in the caller's words which account could not pay: refuses with the problem of the first account that lacks money. */
create or replace function ledger.explain_shortage(p_lines ledger.line[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_short record;
begin
  select a.kind, a.currency, a.member_id, b.available into v_short
    from (select l.account_id, sum(l.amount) as moved from unnest(p_lines) l group by l.account_id) n
    join ledger.accounts a on a.id = n.account_id
    join ledger.balances b on b.account_id = a.id
   where a.floored and b.available + n.moved * a.side < 0 order by a.id limit 1;
  if found then
    perform core.refuse(case when v_short.member_id is not null then 'insufficient_available'
                             when v_short.kind like 'treasury:%' then 'treasury_short'
                             when v_short.kind like 'bank:client:%' then 'method_short' else 'insufficient_funds' end,
      'amount', jsonb_build_object('available', core.format_amount(v_short.available, v_short.currency), 'currency', v_short.currency));
  end if;
end $$;
comment on function ledger.explain_shortage is 'Names the account that could not pay.';
