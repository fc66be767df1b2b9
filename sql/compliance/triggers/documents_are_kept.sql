-- A document is removed, never changed: what was looked at is what stands. Deleted when its member is anonymised.
create or replace trigger documents_are_kept before update of id, member_id, kind, number_sealed, number_last4, number_index, ifsc, expires_on, file_name, mime, bytes, sha256, added_at or truncate on compliance.documents
  for each statement execute function core.refuse_change();
alter table compliance.documents enable always trigger documents_are_kept;
