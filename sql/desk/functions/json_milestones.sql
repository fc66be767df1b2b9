/* Milestones a member can claim, can claim soon, or has claimed, the nearest first, each with the newest claim. */
create or replace function desk.json_milestones(p_member bigint, p_on date) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(desk.json_milestone(m, p_on) || jsonb_build_object('claim', case when c.id is not null then desk.json_claim(c) end) order by m.needed, m.starts_on, m.id), '[]')
    from referral.milestones m
    left join lateral (select x.* from referral.milestone_claims x where x.milestone_id = m.id and x.member_id = p_member order by x.claimed_at desc limit 1) c on true
   where c.id is not null or (m.ended_at is null and (m.ends_on is null or m.ends_on >= p_on))
$$;
comment on function desk.json_milestones is 'Milestones as one member sees them.';
