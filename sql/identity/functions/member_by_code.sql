/* Member whose referral code or username this is (any case); null when nobody's. */
create or replace function identity.member_by_code(p_code text) returns bigint
language sql stable security definer set search_path = '' as $$
  select id from identity.members
   where (referral_code = upper(btrim(p_code)) or username = lower(btrim(p_code))) and status <> 'closed'
   order by (referral_code = upper(btrim(p_code))) desc limit 1
$$;
comment on function identity.member_by_code is 'Member whose referral code or username this is.';
