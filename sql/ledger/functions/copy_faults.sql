/* Law: every account has its balance row, and what stands there of side, floor, currency and way of increase is the account's. Of some
   accounts, or of all. */
create or replace function ledger.copy_faults(p_accounts bigint[] default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a balance row is a copy of its account', 'account ' || a.id,
         concat_ws(' ', a.side, a.floored, a.appended, a.currency, case when a.floored then 0 else -9000000000000000000 end), coalesce(concat_ws(' ', b.side, b.floored, b.appended, b.currency, b.floor), 'none')
    from ledger.accounts a left join ledger.account_balances b on b.account_id = a.id
   where (p_accounts is null or a.id = any (p_accounts))
     and (a.side, a.floored, a.appended, a.currency, case when a.floored then 0 else -9000000000000000000 end) is distinct from (b.side, b.floored, b.appended, b.currency, b.floor)
$$;
comment on function ledger.copy_faults is 'Balance rows that differ from their account.';
