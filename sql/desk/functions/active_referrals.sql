/* Members somebody brought who count (spec 5.3): KYC approved, and at least one investment. Their rows stay theirs, so this looks with the
   owner's eyes; ids never leave the database. */
create or replace function desk.active_referrals(p_member bigint) returns bigint[]
language sql stable security definer set search_path = '' as $$
  select array(select r.referred_id from referral.referrals r join identity.members m on m.id = r.referred_id and m.kyc_approved_at is not null
    where r.referrer_id = p_member and exists (select from invest.investments i where i.member_id = r.referred_id) order by r.referred_id)
$$;
comment on function desk.active_referrals is 'Members somebody brought who count.';
