/* The caller has seen a conversation up to a message, and with it the notices about that. A message that arrived meanwhile stays unread. */
create or replace function desk.member_thread_read(p_token text, p_thread uuid, p_up_to integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
begin
  perform desk.own_thread(v_caller, p_thread);
  perform messaging.mark_read(p_thread, 'member', p_up_to);
  perform messaging.read_about(v_caller.actor_id, p_thread, core.business_now());
  return '{}';
end $$;
comment on function desk.member_thread_read is 'The caller has seen a conversation up to a message.';
