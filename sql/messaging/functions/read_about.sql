/* Marks the notices about a conversation as read, once the member has seen everything staff wrote in it. */
create or replace function messaging.read_about(p_member bigint, p_thread uuid, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update messaging.notices n set read_at = p_at from messaging.threads t
   where t.id = p_thread and t.member_read = t.staff_wrote and n.member_id = p_member and n.read_at is null and n.facts ->> 'thread' = p_thread::text
$$;
comment on function messaging.read_about is 'Marks the notices about a conversation as read.';
