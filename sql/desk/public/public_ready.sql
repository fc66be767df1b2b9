/* Whether this database can serve: migrations applied, clock, and when a worker was last seen. */
create or replace function desk.public_ready() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('ready', count(*) > 0, 'migrations', count(*), 'business_now', core.business_now(), 'demo', (select sandbox from core.clock),
    'worker_seen_at', (select max(seen_at) from outbox.workers)) from core.migration_hashes
$$;
comment on function desk.public_ready is 'Whether this database can serve.';
