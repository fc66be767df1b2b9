/* Tells a member about a conversation. */
create or replace function desk.mail_thread(p_template text, p_thread uuid, p_dedupe text) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member(p_template, t.member_id, jsonb_strip_nulls(jsonb_build_object('thread', t.id, 'reference', t.reference, 'subject', t.subject, 'grievance', t.kind = 'grievance',
      'acknowledge_by', t.acknowledge_by, 'resolve_by', t.resolve_by)), p_dedupe)
    from messaging.threads t where t.id = p_thread
$$;
comment on function desk.mail_thread is 'Tells a member about a conversation.';
