/* Seals up to 65,536 finished entries of the audit log; call until nothing is sealed. Seals carry the real time, not the business clock's. */
create or replace function desk.worker_audit_seal() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('sealed', audit.seal(65536, clock_timestamp()))
$$;
comment on function desk.worker_audit_seal is 'Seals finished entries of the audit log.';
