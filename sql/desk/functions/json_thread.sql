/* A conversation as one side sees it: how much of the other side's is unread, and for a grievance its clocks. */
create or replace function desk.json_thread(p_thread messaging.threads, p_side text, p_at timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_thread).id, 'reference', (p_thread).reference, 'kind', (p_thread).kind, 'subject', (p_thread).subject,
    'state', case when (p_thread).closed_at is null then 'open' else 'closed' end, 'opened_at', (p_thread).opened_at, 'last_at', (p_thread).last_at, 'closed_at', (p_thread).closed_at,
    'messages', greatest((p_thread).member_wrote, (p_thread).staff_wrote), 'last_side', case when (p_thread).member_wrote > (p_thread).staff_wrote then 'member' else 'staff' end,
    'unread', case p_side
      when 'member' then (select count(*) from messaging.messages m where m.thread_id = (p_thread).id and m.side = 'staff' and m.no > (p_thread).member_read)
      else (select count(*) from messaging.messages m where m.thread_id = (p_thread).id and m.side = 'member' and m.no > (p_thread).staff_read) end,
    'clocks', case when (p_thread).kind = 'grievance' then jsonb_build_object('acknowledge_by', (p_thread).acknowledge_by, 'acknowledged_at', (p_thread).acknowledged_at,
      'resolve_by', (p_thread).resolve_by, 'due_at', (p_thread).due_at, 'standing', messaging.standing(p_thread, p_at)) end)
$$;
comment on function desk.json_thread is 'A conversation as one side sees it.';
