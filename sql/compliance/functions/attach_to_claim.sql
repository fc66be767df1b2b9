/* Adds a document to a claim that stands; the web has checked the bytes and stored them sealed under the id. Refuses `not_found`,
   `file_invalid`, also for an id that is taken. */
create or replace function compliance.attach_to_claim(p_claim uuid, p_file uuid, p_name text, p_mime text, p_bytes integer, p_sha256 text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not exists (select from compliance.claims where id = p_claim and state in ('open', 'paying')) then perform core.refuse('not_found'); end if;
  perform core.check_file(p_file, p_mime, p_bytes, p_sha256);
  insert into compliance.claim_files (id, claim_id, name, mime, bytes, sha256, added_at)
  values (p_file, p_claim, core.file_name(p_name), p_mime, p_bytes, decode(p_sha256, 'hex'), p_at)
  on conflict (id) do nothing;
  if not found then perform core.refuse('file_invalid', 'file'); end if;
end $$;
comment on function compliance.attach_to_claim is 'Adds a document to a claim.';
