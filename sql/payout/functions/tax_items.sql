/* Tax of items that a treasury has just posted, in the order in which they were paid: pairs, commissions and rewards in the network's currency, where the
   regime takes tax at credit. Called in the transaction that posted them, before what members owe is recovered. */
create or replace function payout.tax_items(p_items bigint[], p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_item record;
begin
  if core.setting('tax_regime') <> 'IN' then return; end if;
  for v_item in
    select i.id, i.public_id, i.amount, i.value_on, a.id as account_id, a.member_id, a.currency, case a.kind when 'EARNINGS' then i.amount - coalesce(i.other_amount, 0) else 0 end as earnings
      from treasury.items i join treasury.queues q on q.account_id = i.queue_id join ledger.accounts a on a.id = i.credit_account_id
     where i.id = any (p_items) and q.name = 'commission' and a.currency = core.setting('network_currency') order by i.value_on, i.source_order, i.k, i.id
  loop
    perform payout.tax_credit(v_item.member_id, v_item.account_id, v_item.currency, v_item.value_on, v_item.amount, v_item.earnings, v_item.id, null, v_item.public_id, p_at);
  end loop;
end $$;
comment on function payout.tax_items is 'Tax of items that were just posted.';
