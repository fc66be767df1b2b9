/* Removes the documents and nominees of a member whose data is no longer kept; of a claim, shares and dates stay. */
create or replace function compliance.forget(p_member bigint) returns void
language sql volatile security definer set search_path = '' as $$
  delete from compliance.documents where member_id = p_member;
  delete from compliance.nominees where member_id = p_member;
  delete from compliance.claim_files f using compliance.claims c where c.id = f.claim_id and c.member_id = p_member;
  update compliance.claim_nominees n set name = 'Anonymised', guardian = null from compliance.claims c where c.id = n.claim_id and c.member_id = p_member;
  update compliance.claims set reported_by = 'Anonymised', note = null, reason = null where member_id = p_member;
  update compliance.kyc set state = 'draft', reason = null, renewal = null, renewal_submitted_at = null, renewal_reviewer_id = null, renewal_review_at = null where member_id = p_member;
$$;
comment on function compliance.forget is 'Removes the documents and nominees of a member.';
