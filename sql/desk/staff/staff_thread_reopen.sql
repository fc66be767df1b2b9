/* Opens a closed conversation again. Refuses as messaging.reopen. */
create or replace function desk.staff_thread_reopen(p_token text, p_thread uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.write');
begin
  perform messaging.reopen(p_thread);
  perform audit.write(core.business_now(), v_caller, 'thread_reopen', 'thread', p_thread::text);
  return '{}';
end $$;
comment on function desk.staff_thread_reopen is 'Opens a closed conversation again.';
