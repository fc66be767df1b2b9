/* A member's wallets: every one that exists, and DEPOSIT, INTEREST and INVESTED of the default currency in any case. */
create or replace function desk.json_wallets(p_member bigint) returns jsonb
language sql stable set search_path = '' as $$
  with kinds as (
    select b.kind, b.currency, b.balance, b.held, b.available from ledger.balances b where b.member_id = p_member
    union all
    select k, core.setting('currency'), 0, 0, 0 from unnest(array['DEPOSIT', 'INTEREST', 'INVESTED']) k
     where not exists (select from ledger.accounts a where a.member_id = p_member and a.kind = k and a.currency = core.setting('currency')))
  select coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'currency', k.currency, 'balance', core.format_amount(k.balance, k.currency),
           'held', core.format_amount(k.held, k.currency), 'available', core.format_amount(k.available, k.currency))
           order by k.currency <> core.setting('currency'), k.currency, array_position(array['DEPOSIT', 'INTEREST', 'EARNINGS', 'INVESTED', 'EMI_RESERVE'], k.kind)), '[]')
    from kinds k
$$;
comment on function desk.json_wallets is 'A member''s wallets.';
