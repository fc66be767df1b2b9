/* Removes the documents and nominees of a member whose data is no longer kept. */
create or replace function compliance.forget(p_member bigint) returns void
language sql volatile security definer set search_path = '' as $$
  delete from compliance.documents where member_id = p_member;
  delete from compliance.nominees where member_id = p_member;
  update compliance.kyc set state = 'draft', reason = null where member_id = p_member;
$$;
comment on function compliance.forget is 'Removes the documents and nominees of a member.';
