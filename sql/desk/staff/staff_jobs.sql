-- owner: reader
/* What the workers do: who of them is there, what waits by task, what has failed (newest first, at most 200; `given_up` is not tried again by
   itself), and how many mails wait or were set aside. */
create or replace function desk.staff_jobs(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v_caller identity.caller := identity.enter_staff(p_token, 'jobs.read');
begin
  return jsonb_build_object(
    'workers', (select coalesce(jsonb_agg(jsonb_build_object('name', w.name, 'seen_at', w.seen_at) order by w.seen_at desc), '[]') from (select * from outbox.workers o order by o.seen_at desc limit 50) w),
    'to_hand', (select count(*) from outbox.jobs where handed_at is null),
    'waiting', (select coalesce(jsonb_agg(jsonb_build_object('task', j.task, 'count', j.count, 'running', j.running, 'next_at', j.next_at) order by j.task), '[]')
      from (select q.task_identifier as task, count(*) as count, count(q.locked_at) as running, min(q.run_at) as next_at from graphile_worker.jobs q where q.attempts < q.max_attempts group by q.task_identifier) j),
    'failed', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id::text, 'task', f.task_identifier, 'attempts', f.attempts, 'most', f.max_attempts, 'given_up', f.attempts >= f.max_attempts, 'error', left(f.last_error, 500), 'next_at', f.run_at, 'created_at', f.created_at) order by f.updated_at desc, f.id desc), '[]')
      from (select * from graphile_worker.jobs q where q.last_error is not null order by q.updated_at desc, q.id desc limit 200) f),
    'mails', (select jsonb_build_object('queued', count(*) filter (where m.state = 'queued'), 'parked', count(*) filter (where m.state = 'parked')) from outbox.mails m where m.state <> 'sent'));
end $$;
comment on function desk.staff_jobs is 'What the workers do.';
