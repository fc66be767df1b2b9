/* Seals up to 4,096 finished journals; call until nothing is sealed. Seals carry the real time, not the business clock's. */
create or replace function desk.worker_seal() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('sealed', ledger.seal(4096, clock_timestamp()))
$$;
comment on function desk.worker_seal is 'Seals finished journals.';
