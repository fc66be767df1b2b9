/* Acknowledges a grievance, once. Refuses `not_found` (also for a question) and `already_decided`. */
create or replace function messaging.acknowledge(p_thread uuid, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update messaging.threads set acknowledged_at = p_at where id = p_thread and kind = 'grievance' and acknowledged_at is null;
  if not found then
    perform core.refuse(case when exists (select from messaging.threads where id = p_thread and kind = 'grievance') then 'already_decided' else 'not_found' end);
  end if;
end $$;
comment on function messaging.acknowledge is 'Acknowledges a grievance.';
