/* Takes a snapshot of every account that has moved since the last one. */
create or replace function desk.worker_snapshots() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('accounts', ledger.take_snapshots(clock_timestamp()))
$$;
comment on function desk.worker_snapshots is 'Takes a snapshot of every account that has moved.';
