/* Jobs not yet handed to the queue, oldest first. Another waker may take the same: the queue keeps one per id. */
create or replace function desk.worker_outbox_take(p_limit integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  return jsonb_build_object('jobs', coalesce((select jsonb_agg(jsonb_build_object('id', j.id::text, 'task', j.task, 'payload', j.payload, 'run_at', j.run_at) order by j.id) from (select x.* from outbox.jobs x where x.handed_at is null order by x.id limit least(greatest(p_limit, 1), 1000)) j), '[]'));
end $$;
comment on function desk.worker_outbox_take is 'Jobs not yet handed to the queue, oldest first.';
