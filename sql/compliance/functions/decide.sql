/* Ends a check as its request was decided: approved (only out of review, and with documents that have not ended) or rejected, with the
   reason. An approved member is known from now on, until the earliest of the documents ends. A check that is being renewed ends as
   compliance.decide_renewal says. `already_decided`, `kyc_incomplete`. */
create or replace function compliance.decide(p_kyc uuid, p_state text, p_reason text, p_on date, p_at timestamptz) returns compliance.kyc
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_row compliance.kyc;
  v_lacks text;
begin
  -- The member's row first, as whoever changes the check does.
  perform from identity.members where id = (select k.member_id from compliance.kyc k where k.id = p_kyc) for no key update;
  select * into v_row from compliance.kyc where id = p_kyc for update;
  if v_row.renewal is not null then return compliance.decide_renewal(v_row, p_state, p_reason, p_on, p_at); end if;
  if v_row.state is null or v_row.state not in ('submitted', 'in_review') then perform core.refuse('already_decided', null, jsonb_build_object('state', v_row.state)); end if;
  v_lacks := case when p_state = 'approved' then coalesce(case v_row.state when 'submitted' then 'review' end, compliance.lacks(v_row.member_id, p_on)) end;
  if v_lacks is not null then perform core.refuse('kyc_incomplete', null, jsonb_build_object('context', v_lacks)); end if;
  update compliance.kyc set state = p_state, reason = case p_state when 'rejected' then p_reason end, decided_at = p_at,
      expires_on = case p_state when 'approved' then (select min(d.expires_on) from compliance.documents d where d.member_id = v_row.member_id and d.removed_at is null and not d.proposed) end
   where id = p_kyc returning * into v_row;
  update identity.members set kyc_approved_at = p_at where id = v_row.member_id and p_state = 'approved';
  return v_row;
end $$;
comment on function compliance.decide is 'Ends an identity check as it was decided.';
