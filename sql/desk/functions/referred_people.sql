/* The hundred newest members somebody brought: first name and initial only, and whether they have invested. Their rows stay theirs,
   so this looks with the owner's eyes and answers no more than this. */
create or replace function desk.referred_people(p_member bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', p.first_name || coalesce(' ' || nullif(left(p.last_name, 1), '') || '.', ''), 'joined_at', p.joined_at, 'invested', p.invested, 'state', p.status) order by p.joined_at desc), '[]')
    from (select m.first_name, m.last_name, m.joined_at, m.status, exists (select from invest.investments i where i.member_id = m.id) as invested
            from referral.referrals r join identity.members m on m.id = r.referred_id where r.referrer_id = p_member order by r.created_at desc limit 100) p
$$;
comment on function desk.referred_people is 'Members somebody brought.';
