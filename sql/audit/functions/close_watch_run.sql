/* Writes down how long a look at the books took and how many faults it saw. */
create or replace function audit.close_watch_run(p_run bigint, p_faults integer) returns void
language sql volatile security definer set search_path = '' as $$
  update audit.watch_runs set faults = p_faults, took_ms = round(extract(epoch from clock_timestamp() - began_at) * 1000)::integer where id = p_run
$$;
comment on function audit.close_watch_run is 'Writes down how a look at the books went.';
