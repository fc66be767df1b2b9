/* Somebody of staff takes a submitted check, or the document that renews one, into review, never their own (`same_person`). Taking it again oneself changes nothing;
   `already_decided` when it is not waiting. Answers the row. */
create or replace function compliance.review(p_kyc uuid, p_staff bigint, p_at timestamptz) returns compliance.kyc
language plpgsql volatile security definer set search_path = '' as $$
declare v_row compliance.kyc;
begin
  select * into v_row from compliance.kyc where id = p_kyc for update;
  if not found then perform core.refuse('not_found'); end if;
  if (v_row.state = 'in_review' and v_row.reviewer_id = p_staff) or (v_row.renewal = 'in_review' and v_row.renewal_reviewer_id = p_staff) then return v_row; end if;
  if coalesce(v_row.renewal, v_row.state) <> 'submitted' then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  if exists (select from identity.staff where id = p_staff and member_id = v_row.member_id) then perform core.refuse('same_person'); end if;
  if v_row.renewal is not null then
    update compliance.kyc set renewal = 'in_review', renewal_reviewer_id = p_staff, renewal_review_at = p_at where id = p_kyc returning * into v_row;
    return v_row;
  end if;
  update compliance.kyc set state = 'in_review', reviewer_id = p_staff, review_at = p_at where id = p_kyc returning * into v_row;
  return v_row;
end $$;
comment on function compliance.review is 'Takes an identity check into review.';
