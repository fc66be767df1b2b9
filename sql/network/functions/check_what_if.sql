/* Refuses `what_if_unread` unless this person has read a finished run of history under exactly this draft, of the compensation plan or of an investment plan. */
create or replace function network.check_what_if(p_version uuid, p_staff bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not network.has_read(p_version, p_staff) then perform core.refuse('what_if_unread'); end if;
end $$;
comment on function network.check_what_if is 'Whoever approves a plan has read what it would have done.';
