/* ledger.balance_as_of as far as journals numbered up to p_through say: what was posted later is taken off again. Journals of a wallet
   are numbered in the order in which they were posted, so this is the balance by value date as it was known then. */
create or replace function ledger.balance_through(p_account bigint, p_on date, p_through bigint) returns bigint
language sql stable security definer set search_path = '' set enable_seqscan = off as $$
  select ledger.balance_as_of(p_account, p_on)
       - coalesce((select sum(l.amount * a.side) from ledger.accounts a join ledger.lines l on l.account_id = a.id where a.id = p_account and l.journal_id > p_through and l.value_on <= p_on), 0)::bigint
$$;
comment on function ledger.balance_through is 'Balance by value date, of journals up to a number.';
