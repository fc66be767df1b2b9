/* How a grievance stands at an instant; null for a question. `waiting` for its acknowledgement or `in_work`, `soon` in the last week before
   it has to be resolved, `acknowledge_late` and `resolve_late` when a clock has run out (these are escalated), `resolved` or
   `resolved_late` when it is closed. */
create or replace function messaging.standing(p_thread messaging.threads, p_at timestamptz) returns text
language sql stable set search_path = '' as $$
  select case
    when (p_thread).kind <> 'grievance' then null
    when (p_thread).closed_at is not null then case when (p_thread).closed_at <= (p_thread).resolve_by then 'resolved' else 'resolved_late' end
    when p_at > (p_thread).resolve_by then 'resolve_late'
    when (p_thread).acknowledged_at is null and p_at > (p_thread).acknowledge_by then 'acknowledge_late'
    when (p_thread).acknowledged_at is null then 'waiting'
    when p_at > (p_thread).resolve_by - interval '7 days' then 'soon'
    else 'in_work' end
$$;
comment on function messaging.standing is 'How a grievance stands at an instant.';
