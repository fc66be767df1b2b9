/* A conversation of the caller's; `not_found` when it is somebody else's or nobody's. */
create or replace function desk.own_thread(p_caller identity.caller, p_thread uuid) returns messaging.threads
language plpgsql stable set search_path = '' as $$
declare v_row messaging.threads;
begin
  select * into v_row from messaging.threads where id = p_thread and member_id = (p_caller).actor_id;
  if not found then perform core.refuse('not_found'); end if;
  return v_row;
end $$;
comment on function desk.own_thread is 'A conversation of the caller''s.';
