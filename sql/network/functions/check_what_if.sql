/* Refuses `what_if_unread` unless this person has read a finished run of history under exactly this draft. */
create or replace function network.check_what_if(p_version uuid, p_staff bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from network.what_if_readings r join network.what_ifs w on w.id = r.what_if_id where w.version_id = p_version and w.state = 'finished' and r.staff_id = p_staff) then
    perform core.refuse('what_if_unread');
  end if;
end $$;
comment on function network.check_what_if is 'Whoever approves a plan has read what it would have done.';
