/* Balance (minor units, natural side) of an account as it was known at an instant: everything posted until then. */
create or replace function ledger.balance_known_at(p_account bigint, p_at timestamptz) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(l.amount) filter (where j.posted_at <= p_at), 0)::bigint * min(a.side)
    from ledger.accounts a left join ledger.lines l on l.account_id = a.id left join ledger.journals j on j.id = l.journal_id where a.id = p_account
$$;
comment on function ledger.balance_known_at is 'Balance by posting time.';
