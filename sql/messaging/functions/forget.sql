/* Takes what a member wrote and was answered out of conversations, with the files and all notices. When what was received, acknowledged and
   resolved stays: the figures are of that. */
create or replace function messaging.forget(p_member bigint) returns void
language sql volatile security definer set search_path = '' as $$
  delete from messaging.notices where member_id = p_member;
  delete from messaging.attachments where thread_id in (select id from messaging.threads where member_id = p_member);
  update messaging.messages set body = 'anonymised' where thread_id in (select id from messaging.threads where member_id = p_member);
  update messaging.threads set subject = 'anonymised' where member_id = p_member;
$$;
comment on function messaging.forget is 'Takes what a member wrote and was answered out of conversations.';
