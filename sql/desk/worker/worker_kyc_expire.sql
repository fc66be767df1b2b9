/* Ends identity checks whose last day is over, at most 500, and tells the members. */
create or replace function desk.worker_kyc_expire() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_at timestamptz := core.business_now();
  v_members bigint[] := compliance.expire(core.business_date(v_at, core.setting('timezone')), 500);
begin
  perform outbox.mail_member('kyc_expired', k.member_id, jsonb_build_object('reference', k.reference, 'expires_on', k.expires_on), 'kyc_expired:' || k.id || ':' || k.expires_on)
    from compliance.kyc k where k.member_id = any (v_members);
  return jsonb_build_object('ended', cardinality(v_members));
end $$;
comment on function desk.worker_kyc_expire is 'Ends identity checks whose last day is over.';
