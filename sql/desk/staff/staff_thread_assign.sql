/* Gives a conversation to a colleague who may answer, or to nobody. Refuses `not_found`, at `to` for somebody who may not. Again changes
   nothing. */
create or replace function desk.staff_thread_assign(p_token text, p_thread uuid, p_to uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.write');
  v_to bigint;
begin
  if p_to is not null then
    select s.id into v_to from identity.staff s where s.public_id = p_to and s.active and identity.may(s.role, 'messages.write');
    if not found then perform core.refuse('not_found', 'to'); end if;
  end if;
  update messaging.threads set assignee_id = v_to where id = p_thread and assignee_id is distinct from v_to;
  if found then
    perform audit.write(core.business_now(), v_caller, 'thread_assign', 'thread', p_thread::text);
  elsif not exists (select from messaging.threads where id = p_thread) then
    perform core.refuse('not_found');
  end if;
  return '{}';
end $$;
comment on function desk.staff_thread_assign is 'Gives a conversation to a colleague who may answer, or to nobody.';
