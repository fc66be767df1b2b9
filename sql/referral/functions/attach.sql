/* Says who brought a new member. One level, one row, no self-referral (`self_referral`). */
create or replace function referral.attach(p_referred bigint, p_referrer bigint, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_referred = p_referrer then
    perform core.refuse('self_referral', 'referral');
  end if;
  insert into referral.referrals (referred_id, referrer_id, created_at) values (p_referred, p_referrer, p_at);
end $$;
comment on function referral.attach is 'Says who brought a new member.';
