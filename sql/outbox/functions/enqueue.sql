/* A job to be handed to the queue, written with the fact that needs it. */
create or replace function outbox.enqueue(p_task text, p_payload jsonb default '{}', p_run_at timestamptz default null) returns void
language sql volatile security definer set search_path = '' as $$
  insert into outbox.jobs (task, payload, run_at) values (p_task, p_payload, coalesce(p_run_at, clock_timestamp()))
$$;
comment on function outbox.enqueue is 'Queues a job in this transaction.';
