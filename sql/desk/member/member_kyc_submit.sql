/* Hands the caller's documents in; they wait in the queue. Refuses `kyc_locked`, `kyc_incomplete`. */
create or replace function desk.member_kyc_submit(p_token text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_at timestamptz := core.business_now();
  v_known jsonb := ledger.claim_key(v_caller.actor_id, 'kyc_submit', p_key, '[]');
  v_row compliance.kyc;
  v_request uuid;
begin
  if v_known is not null then return v_known; end if;
  v_row := compliance.submit(v_caller.actor_id, core.business_date(v_at, core.setting('timezone')), v_at);
  v_request := desk.open_kyc_request(v_row, false, v_at);
  perform audit.write(v_at, v_caller, 'kyc_submit', 'kyc', v_row.id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'kyc_submit', p_key, jsonb_build_object('kyc', v_row.id, 'reference', v_row.reference, 'request', v_request));
end $$;
comment on function desk.member_kyc_submit is 'Hands the caller''s documents in.';
