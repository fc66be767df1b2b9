/* Tells a member how an identity check ended. The moment it was handed in tells one from the next. */
create or replace function desk.mail_kyc(p_template text, p_kyc compliance.kyc) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member(p_template, (p_kyc).member_id, jsonb_strip_nulls(jsonb_build_object('reference', (p_kyc).reference, 'reason', (p_kyc).reason, 'expires_on', case when (p_kyc).state = 'approved' then (p_kyc).expires_on end)),
    p_template || ':' || (p_kyc).id || ':' || extract(epoch from (p_kyc).submitted_at))
$$;
comment on function desk.mail_kyc is 'Tells a member how an identity check ended.';
