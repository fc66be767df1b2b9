/* Takes a document out of the check. `kyc_locked`; `not_found` when it is somebody else's or was removed. */
create or replace function compliance.remove_document(p_member bigint, p_document uuid, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform compliance.edit(p_member, p_at);
  update compliance.documents set removed_at = p_at where id = p_document and member_id = p_member and removed_at is null;
  if not found then perform core.refuse('not_found'); end if;
end $$;
comment on function compliance.remove_document is 'Takes a document out of an identity check.';
