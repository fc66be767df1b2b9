/* Staff have seen what the member wrote, up to a number. Refuses `not_found`. */
create or replace function desk.staff_thread_read(p_token text, p_thread uuid, p_up_to integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.write');
begin
  if not exists (select from messaging.threads where id = p_thread) then perform core.refuse('not_found'); end if;
  perform messaging.mark_read(p_thread, 'staff', p_up_to);
  return '{}';
end $$;
comment on function desk.staff_thread_read is 'Staff have seen what the member wrote.';
