/* Acknowledges a grievance; the member is told. Refuses as messaging.acknowledge. */
create or replace function desk.staff_thread_acknowledge(p_token text, p_thread uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.write');
  v_at timestamptz := core.business_now();
begin
  perform messaging.acknowledge(p_thread, v_at);
  perform desk.mail_thread('grievance_acknowledged', p_thread, 'grievance_acknowledged:' || p_thread);
  perform audit.write(v_at, v_caller, 'grievance_acknowledge', 'thread', p_thread::text);
  return '{}';
end $$;
comment on function desk.staff_thread_acknowledge is 'Acknowledges a grievance.';
