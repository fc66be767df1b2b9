/* Tells staff that a member has written: whoever has taken the conversation, or all who answer. Not again before somebody has read it. */
create or replace function desk.mail_desk(p_thread uuid, p_no integer) returns void
language plpgsql volatile set search_path = '' as $$
declare
  v_thread messaging.threads;
  v_facts jsonb;
  v_staff identity.staff;
begin
  select * into v_thread from messaging.threads where id = p_thread;
  if exists (select from messaging.messages m where m.thread_id = p_thread and m.side = 'member' and m.no > v_thread.staff_read and m.no < p_no) then return; end if;
  v_facts := jsonb_build_object('thread', v_thread.id, 'reference', v_thread.reference, 'subject', v_thread.subject, 'grievance', v_thread.kind = 'grievance', 'member', identity.person_name(v_thread.member_id));
  select * into v_staff from identity.staff s where s.id = v_thread.assignee_id and s.active and identity.may(s.role, 'messages.write');
  if v_staff.id is null then
    perform outbox.mail_permitted('messages.write', 'admin_message', v_facts, 'message:' || p_thread || ':' || p_no);
  else
    perform outbox.mail('admin_message', v_staff.email, v_staff.language, v_facts, 'message:' || p_thread || ':' || p_no || ':' || v_staff.id);
  end if;
end $$;
comment on function desk.mail_desk is 'Tells staff that a member has written.';
