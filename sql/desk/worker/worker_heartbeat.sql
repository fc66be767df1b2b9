/* A worker is alive. Refuses `invalid_input` without a name. */
create or replace function desk.worker_heartbeat(p_worker text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  if nullif(btrim(p_worker), '') is null then perform core.refuse('invalid_input', 'worker'); end if;
  insert into outbox.workers (name, seen_at) values (left(p_worker, 120), clock_timestamp()) on conflict (name) do update set seen_at = excluded.seen_at;
  delete from outbox.workers where seen_at < clock_timestamp() - interval '1 day';
  return '{}';
end $$;
comment on function desk.worker_heartbeat is 'A worker is alive.';
