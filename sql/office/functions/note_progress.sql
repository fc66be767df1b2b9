/* How many rows of an export are written; more than were counted when it was asked for are told as that many. Answers whether p_file is still the attempt under way. */
create or replace function office.note_progress(p_export uuid, p_file uuid, p_done bigint) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update office.exports set done = least(greatest(p_done, 0), total) where id = p_export and file_id = p_file and state = 'running';
  return found;
end $$;
comment on function office.note_progress is 'How many rows of an export are written.';
