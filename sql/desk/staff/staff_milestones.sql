-- owner: reader
/* Milestones, newest first, with how often each was claimed and paid. */
create or replace function desk.staff_milestones(p_token text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'milestones.read');
  v_on date := core.business_date(core.business_now(), core.setting('timezone'));
begin
  return jsonb_build_object('milestones', (select coalesce(jsonb_agg(desk.json_milestone(m, v_on) || jsonb_build_object('pending', c.pending, 'approved', c.approved, 'rejected', c.rejected, 'granted', core.format_amount(m.reward * c.approved, m.currency)) order by m.created_at desc, m.id), '[]')
    from referral.milestones m
    cross join lateral (select count(*) filter (where x.state = 'pending') as pending, count(*) filter (where x.state = 'approved') as approved, count(*) filter (where x.state = 'rejected') as rejected from referral.milestone_claims x where x.milestone_id = m.id) c));
end $$;
comment on function desk.staff_milestones is 'Milestones with their claims.';
