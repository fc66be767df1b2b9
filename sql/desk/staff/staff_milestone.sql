-- owner: reader
/* One milestone with its hundred newest claims and the request of each. */
create or replace function desk.staff_milestone(p_token text, p_milestone uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'milestones.read');
  v_milestone referral.milestones;
begin
  select * into v_milestone from referral.milestones where id = p_milestone;
  if not found then perform core.refuse('not_found'); end if;
  return jsonb_build_object('milestone', desk.json_milestone(v_milestone, core.business_date(core.business_now(), core.setting('timezone'))), 'created_by', identity.person_name(v_milestone.created_by), 'created_at', v_milestone.created_at,
    'claims', (select coalesce(jsonb_agg(desk.json_claim(c) || jsonb_build_object('member', jsonb_build_object('id', m.public_id, 'name', btrim(m.first_name || ' ' || m.last_name)),
        'request', (select r.id from approval.requests r where r.kind = 'milestone' and r.subject_id = c.id order by r.created_at desc limit 1)) order by c.claimed_at desc, c.id), '[]')
      from (select x.* from referral.milestone_claims x where x.milestone_id = p_milestone order by x.claimed_at desc, x.id limit 100) c join identity.members m on m.id = c.member_id));
end $$;
comment on function desk.staff_milestone is 'One milestone with its newest claims.';
