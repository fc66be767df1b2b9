/* Whether this person has read a finished run of history under exactly this draft. */
create or replace function network.has_read(p_version uuid, p_staff bigint) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from network.what_if_readings r join network.what_ifs w on w.id = r.what_if_id where p_version in (w.version_id, w.rate_version_id) and w.state = 'finished' and r.staff_id = p_staff)
$$;
comment on function network.has_read is 'Whether somebody has read what a draft would have done.';
