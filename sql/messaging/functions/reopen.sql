/* Opens a closed conversation again; the clock of a grievance stands where it stood. Refuses `not_found` and `already_decided`. */
create or replace function messaging.reopen(p_thread uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update messaging.threads set closed_at = null where id = p_thread and closed_at is not null;
  if not found then
    perform core.refuse(case when exists (select from messaging.threads where id = p_thread) then 'already_decided' else 'not_found' end);
  end if;
end $$;
comment on function messaging.reopen is 'Opens a closed conversation again.';
