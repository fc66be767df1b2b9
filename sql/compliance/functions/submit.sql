/* Hands the check in. `kyc_locked`; `kyc_incomplete` with what it lacks as context. Answers the row. */
create or replace function compliance.submit(p_member bigint, p_on date, p_at timestamptz) returns compliance.kyc
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row compliance.kyc := compliance.edit(p_member, p_at);
  v_lacks text := compliance.lacks(p_member, p_on);
begin
  if v_lacks is not null then perform core.refuse('kyc_incomplete', null, jsonb_build_object('context', v_lacks)); end if;
  update compliance.kyc set state = 'submitted', reason = null, reviewer_id = null, submitted_at = p_at, review_at = null, decided_at = null, expires_on = null
   where member_id = p_member returning * into v_row;
  return v_row;
end $$;
comment on function compliance.submit is 'Hands an identity check in.';
