/* Closes a conversation, which resolves a grievance. Refuses `not_found` and `already_decided`. */
create or replace function messaging.close(p_thread uuid, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update messaging.threads set closed_at = p_at, acknowledged_at = case kind when 'grievance' then coalesce(acknowledged_at, p_at) end where id = p_thread and closed_at is null;
  if not found then
    perform core.refuse(case when exists (select from messaging.threads where id = p_thread) then 'already_decided' else 'not_found' end);
  end if;
end $$;
comment on function messaging.close is 'Closes a conversation.';
