/* Notes that a person has read a finished run; again changes nothing. Refuses `not_found`, `what_if_unread` while it is not finished. */
create or replace function network.read_what_if(p_what_if uuid, p_staff bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_state text := (select w.state from network.what_ifs w where w.id = p_what_if);
begin
  if v_state is null then perform core.refuse('not_found'); end if;
  if v_state <> 'finished' then perform core.refuse('what_if_unread'); end if;
  insert into network.what_if_readings (what_if_id, staff_id, read_at) values (p_what_if, p_staff, p_at) on conflict do nothing;
end $$;
comment on function network.read_what_if is 'Notes that a person has read a finished run.';
