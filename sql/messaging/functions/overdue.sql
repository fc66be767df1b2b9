/* Open grievances whose clock ran out before an instant, once for each deadline that was missed and still is: `acknowledge` until it is
   acknowledged, `resolve` until it is resolved; with the key under which it is told once, also when the grievance is opened again. */
create or replace function messaging.overdue(p_at timestamptz) returns table (thread_id uuid, reference text, deadline text, due_at timestamptz, dedupe_key text)
language sql stable security definer set search_path = '' as $$
  select t.id, t.reference, d.deadline, d.due_at, 'grievance_overdue:' || t.id || ':' || d.deadline
    from messaging.threads t cross join lateral (values ('acknowledge', case when t.acknowledged_at is null then t.acknowledge_by end), ('resolve', t.resolve_by)) d (deadline, due_at)
   where t.due_at < p_at and d.due_at < p_at
$$;
comment on function messaging.overdue is 'Open grievances whose clock ran out.';
