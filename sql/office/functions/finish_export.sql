/* The bytes of an export lie under p_file, to be had for seven days. Answers whether they count: not those of an attempt that another one has replaced. Saying it again changes nothing. Refuses `invalid_input` at
   `sha256`. */
create or replace function office.finish_export(p_export uuid, p_file uuid, p_rows bigint, p_bytes bigint, p_sha256 text, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_sha256 is null or p_sha256 !~ '^[0-9a-f]{64}$' then perform core.refuse('invalid_input', 'sha256'); end if;
  update office.exports set state = 'finished', total = p_rows, done = p_rows, bytes = p_bytes, sha256 = decode(p_sha256, 'hex'), ended_at = p_at, expires_at = p_at + interval '7 days'
   where id = p_export and file_id = p_file and state = 'running';
  return found or exists (select from office.exports where id = p_export and file_id = p_file and state = 'finished');
end $$;
comment on function office.finish_export is 'An export is made.';
