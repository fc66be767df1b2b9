/* Up to fifty messages of a conversation, oldest first: the newest ones, or those before a number. `earlier` is that number for the ones
   before them. Staff see who of them wrote; a member does not. */
create or replace function desk.json_messages(p_thread uuid, p_before integer) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('messages', coalesce(jsonb_agg(jsonb_build_object('no', m.no, 'side', m.side, 'author', case when identity.is_staff() then identity.person_name(m.author_id) end, 'body', m.body, 'written_at', m.written_at,
      'file', case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name, 'bytes', a.bytes) end) order by m.no), '[]'),
    'earlier', case when min(m.no) > 1 then min(m.no) end)
    from (select x.* from messaging.messages x where x.thread_id = p_thread and (p_before is null or x.no < p_before) order by x.no desc limit 50) m
    left join messaging.attachments a on a.thread_id = m.thread_id and a.no = m.no
$$;
comment on function desk.json_messages is 'Up to fifty messages of a conversation.';
