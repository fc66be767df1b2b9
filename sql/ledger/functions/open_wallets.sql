/* Opens wallets of many members that do not exist yet: as ledger.wallet, in one statement, in the order given. */
create or replace function ledger.open_wallets(p_members bigint[], p_kinds text[], p_currency text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if exists (select from unnest(p_kinds) k where k is null or k not in ('DEPOSIT', 'INTEREST', 'EARNINGS', 'EMI_RESERVE', 'INVESTED')) then
    raise exception 'unknown wallet kind';
  end if;
  insert into ledger.accounts (kind, currency, member_id, side, floored)
  select w.kind, p_currency, w.member_id, -1, true from unnest(p_members, p_kinds) with ordinality w (member_id, kind, n) group by w.member_id, w.kind order by min(w.n)
  on conflict (member_id, kind, currency) where member_id is not null do nothing;
end $$;
comment on function ledger.open_wallets is 'Opens wallets of many members.';
