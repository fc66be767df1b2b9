-- owner: reader
/* What is kept about the caller besides lists that can be long: the person, what was agreed to, sessions, destinations with whole account
   numbers, also removed ones, and uploads. */
create or replace function desk.member_record(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_me identity.members := desk.own_member(v_caller);
begin
  perform identity.in_person(v_caller);
  return jsonb_build_object('company', core.setting('company'), 'made_at', core.business_now(),
    'profile', jsonb_build_object('id', v_me.public_id, 'email', v_me.email, 'first_name', v_me.first_name, 'last_name', v_me.last_name, 'mobile', v_me.mobile, 'country', v_me.country, 'address', v_me.address, 'state', v_me.state, 'zip', v_me.zip, 'city', v_me.city, 'username', v_me.username,
      'referral_code', v_me.referral_code, 'status', v_me.status, 'deactivated_at', v_me.deactivated_at, 'language', v_me.language, 'timezone', v_me.timezone, 'kyc_approved_at', v_me.kyc_approved_at, 'joined_at', v_me.joined_at,
      'brought_by_somebody', exists (select from referral.referrals r where r.referred_id = v_me.id)),
    'consents', jsonb_build_array(jsonb_build_object('to', 'terms', 'version', v_me.terms_version, 'at', v_me.terms_accepted_at)),
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'ip', s.ip, 'user_agent', s.user_agent, 'created_at', s.created_at, 'seen_at', s.seen_at, 'expires_at', s.expires_at, 'revoked_at', s.revoked_at) order by s.created_at desc)
      from identity.sessions s where s.audience = 'member' and s.actor_id = v_me.id), '[]'),
    'destinations', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'type', d.type, 'label', d.label, 'address', d.address, 'account_name', d.account_name, 'account_number', d.account_number, 'ifsc', d.ifsc,
        'created_at', d.created_at, 'usable_at', d.usable_at, 'removed_at', d.removed_at) order by d.created_at desc)
      from funding.destinations d where d.member_id = v_me.id and d.payee_id is null), '[]'),
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex'), 'uploaded_at', f.uploaded_at) order by f.uploaded_at desc)
      from funding.files f where f.owner_id = v_me.id), '[]'),
    'photo', (select jsonb_build_object('id', p.id, 'bytes', p.bytes, 'sha256', encode(p.sha256, 'hex'), 'added_at', p.added_at) from identity.photos p where p.member_id = v_me.id));
end $$;
comment on function desk.member_record is 'What is kept about the caller besides long lists.';
