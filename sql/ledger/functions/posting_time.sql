/* Time of posting, read while the accounts are locked: one account's journals carry times in the order they were posted. */
create or replace function ledger.posting_time() returns timestamptz
language sql volatile set search_path = '' as $$ select coalesce(frozen_at, clock_timestamp() + shift) from core.clock $$;
comment on function ledger.posting_time is 'Time of posting.';
