/* Whether a referral code (or username) is somebody's, with the first name only. */
create or replace function desk.public_referrer(p_code text) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select coalesce((select jsonb_build_object('valid', true, 'name', m.first_name) from identity.members m where m.id = identity.member_by_code(left(p_code, 40))), jsonb_build_object('valid', false, 'name', null))
$$;
comment on function desk.public_referrer is 'Whether a referral code is somebody''s.';
