/* Adds a document in place of one of the same kind; where one of an approved check ends soon, it is handed in to take its place. The number comes sealed, with its last four and its keyed MAC (`p_index`, hex); an
   Aadhaar comes with its last four only. Refuses `kyc_locked`, `invalid_input` at the field, `file_invalid`, `document_expired` and
   `renewal_not_longer` and `document_taken`, when another member has this number. Answers the row. */
create or replace function compliance.add_document(p_member bigint, p_id uuid, p_kind text, p_sealed text, p_last4 text, p_index text, p_ifsc text, p_expires_on date, p_file_name text, p_mime text, p_bytes integer, p_sha256 text, p_on date, p_at timestamptz) returns compliance.documents
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row compliance.documents;
  v_renews boolean;
begin
  if p_kind is null or p_kind not in ('pan', 'aadhaar', 'passport', 'bank') then perform core.refuse('invalid_input', 'kind'); end if;
  if p_last4 is null or p_last4 !~ (case p_kind when 'aadhaar' then '^[0-9]{4}$' else '^[0-9A-Z]{4}$' end)
     or (p_kind = 'aadhaar') <> (p_sealed is null) or (p_kind = 'aadhaar') <> (p_index is null)
     or p_sealed !~ '^p1\.[a-z0-9]{1,16}\.[A-Za-z0-9_-]{38,}$' or length(p_sealed) > 400 or p_index !~ '^[0-9a-f]{64}$' then
    perform core.refuse('invalid_input', 'number');
  end if;
  if p_ifsc is not null and (p_kind <> 'bank' or p_ifsc !~ '^[A-Z]{4}0[A-Z0-9]{6}$') then perform core.refuse('invalid_input', 'ifsc'); end if;
  if p_kind = 'passport' and p_expires_on is null then perform core.refuse('invalid_input', 'expires_on'); end if;
  if p_expires_on < p_on then perform core.refuse('document_expired', 'expires_on'); end if;
  perform core.check_file(p_id, p_mime, p_bytes, p_sha256);
  if exists (select from compliance.documents where id = p_id) then perform core.refuse('file_invalid', 'file'); end if;
  v_renews := compliance.open_renewal(p_member, p_kind, p_expires_on, p_on, p_at);
  if not v_renews then
    perform compliance.edit(p_member, p_at);
    update compliance.documents set removed_at = p_at where member_id = p_member and kind = p_kind and removed_at is null;
  end if;
  -- Twice, because numbers that hold and numbers that are proposed have an index each.
  if exists (select from compliance.documents where kind = p_kind and number_index = decode(p_index, 'hex') and removed_at is null and not proposed and member_id <> p_member)
     or exists (select from compliance.documents where kind = p_kind and number_index = decode(p_index, 'hex') and removed_at is null and proposed and member_id <> p_member) then
    perform core.refuse('document_taken', 'number');
  end if;
  insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, ifsc, expires_on, file_name, mime, bytes, sha256, added_at, proposed)
  values (p_id, p_member, p_kind, p_sealed, p_last4, decode(p_index, 'hex'), p_ifsc, p_expires_on,
          core.file_name(p_file_name), p_mime, p_bytes, decode(p_sha256, 'hex'), p_at, v_renews)
  on conflict do nothing returning * into v_row;
  if v_row.id is null then perform core.refuse('document_taken', 'number'); end if;
  return v_row;
end $$;
comment on function compliance.add_document is 'Adds a document to an identity check.';
