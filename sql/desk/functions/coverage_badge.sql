/* Client cover of one currency from the operator's few accounts alone: as the books balance, what members own is what the operator's
   accounts add up to. The dashboard shows this to a million members without adding up a million wallets. */
create or replace function desk.coverage_badge(p_currency text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('currency', p_currency, 'client', desk.percent_down(s.held, s.owed), 'short', s.held < s.owed)
    from (select coalesce(sum(b.balance) filter (where b.kind like 'bank:client:%' or b.kind = 'deployed_capital'), 0)::bigint as held,
                 (coalesce(sum(b.balance * b.side), 0) + coalesce(sum(b.balance) filter (where b.kind in ('payout_clearing', 'tax_payable', 'suspense', 'customer_advances:held') or b.kind like 'treasury:%'), 0))::bigint as owed
            from ledger.balances b where b.member_id is null and b.currency = p_currency) s
$$;
comment on function desk.coverage_badge is 'Client cover of one currency.';
