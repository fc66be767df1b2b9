/* Of somebody who does not stand in the tree: below whom they would be placed, and whether that is possible already. With the owner's eyes:
   the place of whoever brought them is not theirs to see. */
create or replace function desk.json_join(p_member bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('sponsor', coalesce(s.username, s.first_name), 'possible', r.referrer_id is null or exists (select from network.nodes n where n.member_id = r.referrer_id))
    from (select p_member as id) me left join referral.referrals r on r.referred_id = me.id left join identity.members s on s.id = r.referrer_id
$$;
comment on function desk.json_join is 'Below whom somebody would be placed.';
