/* A member as staff see one. */
create or replace function desk.json_member(p_member identity.members) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_member).public_id, 'name', btrim((p_member).first_name || ' ' || (p_member).last_name), 'email', (p_member).email, 'mobile', (p_member).mobile, 'username', (p_member).username,
    'referral_code', (p_member).referral_code, 'status', (p_member).status, 'deactivated_at', (p_member).deactivated_at, 'language', (p_member).language, 'timezone', (p_member).timezone, 'joined_at', (p_member).joined_at, 'kyc_approved_at', (p_member).kyc_approved_at,
    'photo', (select p.id from identity.photos p where p.member_id = (p_member).id))
$$;
comment on function desk.json_member is 'A member as staff see one.';
