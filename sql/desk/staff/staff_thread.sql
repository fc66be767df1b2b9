-- owner: reader
/* One conversation with the colleagues it can be given to. */
create or replace function desk.staff_thread(p_token text, p_thread uuid, p_before integer default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'messages.read');
  v_thread messaging.threads;
begin
  select * into v_thread from messaging.threads where id = p_thread;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('thread', desk.json_staff_thread(v_thread, core.business_now()), 'may_write', identity.may(v_caller.role, 'messages.write'), 'me', (select s.public_id from identity.staff s where s.id = v_caller.actor_id),
    'colleagues', (select coalesce(jsonb_agg(jsonb_build_object('id', s.public_id, 'name', s.name) order by s.name, s.id), '[]') from identity.staff s where s.active and identity.may(s.role, 'messages.write')))
    || desk.json_messages(p_thread, p_before);
end $$;
comment on function desk.staff_thread is 'One conversation with the colleagues it can be given to.';
