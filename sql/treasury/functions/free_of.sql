/* What of a credit that was just posted to an account is free: less what is held for the same cause, and less the tax that was taken of it. Minor units. */
create or replace function treasury.free_of(p_account bigint, p_cause uuid, p_amount bigint) returns bigint
language sql stable security definer set search_path = '' as $$
  select p_amount - coalesce((select sum(h.amount) from ledger.holds h where h.subject = p_cause and h.account_id = p_account and h.state = 'open'), 0)::bigint
    - coalesce((select sum(l.amount) from ledger.journals j join ledger.lines l on l.journal_id = j.id where j.cause = p_cause and j.kind = 'tax' and l.account_id = p_account), 0)::bigint
$$;
comment on function treasury.free_of is 'What of a credit is free.';
