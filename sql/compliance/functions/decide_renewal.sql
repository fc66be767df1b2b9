/* Ends the renewal of a check as its request was decided; its rows are locked. Approved (only out of review): the proposed document takes
   the place of the one of its kind, and the check stands until the earliest of the documents ends, also one that ended meanwhile.
   Rejected: the proposed document goes, with the reason, and the check stands as it stood. `kyc_incomplete`, `document_taken`. Answers the
   row, with when it was handed in. */
create or replace function compliance.decide_renewal(p_kyc compliance.kyc, p_state text, p_reason text, p_on date, p_at timestamptz) returns compliance.kyc
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_member bigint := (p_kyc).member_id;
  v_row compliance.kyc;
begin
  if p_state = 'rejected' then
    update compliance.documents set removed_at = p_at where member_id = v_member and removed_at is null and proposed;
    update compliance.kyc set renewal = null, renewal_submitted_at = null, renewal_reviewer_id = null, renewal_review_at = null, reason = p_reason where member_id = v_member returning * into v_row;
    v_row.submitted_at := (p_kyc).renewal_submitted_at;
    return v_row;
  end if;
  if (p_kyc).renewal = 'submitted' then perform core.refuse('kyc_incomplete', null, jsonb_build_object('context', 'review')); end if;
  begin
    update compliance.documents d set removed_at = p_at where d.member_id = v_member and d.removed_at is null and not d.proposed
       and d.kind = (select n.kind from compliance.documents n where n.member_id = v_member and n.removed_at is null and n.proposed);
    update compliance.documents set proposed = false where member_id = v_member and removed_at is null and proposed;
  exception when unique_violation then
    -- Given meanwhile as another member's.
    perform core.refuse('document_taken');
  end;
  if compliance.lacks(v_member, p_on) is not null then perform core.refuse('kyc_incomplete', null, jsonb_build_object('context', compliance.lacks(v_member, p_on))); end if;
  update compliance.kyc set state = 'approved', renewal = null, renewal_submitted_at = null, renewal_reviewer_id = null, renewal_review_at = null, reason = null,
      submitted_at = (p_kyc).renewal_submitted_at, reviewer_id = (p_kyc).renewal_reviewer_id, review_at = (p_kyc).renewal_review_at, decided_at = p_at,
      expires_on = (select min(d.expires_on) from compliance.documents d where d.member_id = v_member and d.removed_at is null)
   where member_id = v_member returning * into v_row;
  update identity.members set kyc_approved_at = coalesce(kyc_approved_at, p_at) where id = v_member;
  return v_row;
end $$;
comment on function compliance.decide_renewal is 'Ends the renewal of an identity check as it was decided.';
