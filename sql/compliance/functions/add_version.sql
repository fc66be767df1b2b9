/* Adds the file of an operator's document, which replaces the one before; the web has checked the bytes and stored them under the id. Answers its number.
   Refuses `not_found` of a document that was retired, `invalid_input` for dates, `file_invalid`, also for an id that is taken. */
create or replace function compliance.add_version(p_paper uuid, p_valid_from date, p_valid_until date, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_staff bigint, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare v_no integer;
begin
  perform from compliance.papers where id = p_paper and retired_at is null for update;
  if not found then perform core.refuse('not_found'); end if;
  if p_valid_from is null then perform core.refuse('invalid_input', 'valid_from'); end if;
  if p_valid_until < p_valid_from then perform core.refuse('invalid_input', 'valid_until'); end if;
  perform core.check_file(p_file, p_mime, p_bytes, p_sha256);
  insert into compliance.paper_versions (id, paper_id, no, valid_from, valid_until, name, mime, bytes, sha256, added_by, added_at)
  values (p_file, p_paper, (select count(*) + 1 from compliance.paper_versions where paper_id = p_paper), p_valid_from, p_valid_until,
    core.file_name(p_name), p_mime, p_bytes, decode(p_sha256, 'hex'), p_staff, p_at)
  on conflict (id) do nothing returning no into v_no;
  if not found then perform core.refuse('file_invalid', 'file'); end if;
  return v_no;
end $$;
comment on function compliance.add_version is 'Adds the file of an operator''s document.';
