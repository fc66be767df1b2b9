-- owner: reader
/* One milestone: how far the caller is, the newest claim with its steps, and the movement that paid it. */
create or replace function desk.member_milestone(p_token text, p_milestone uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member');
  v_milestone referral.milestones;
  v_claim referral.milestone_claims;
begin
  select * into v_milestone from referral.milestones where id = p_milestone;
  if not found then perform core.refuse('not_found'); end if;
  select c.* into v_claim from referral.milestone_claims c where c.milestone_id = p_milestone and c.member_id = v_caller.actor_id order by c.claimed_at desc limit 1;
  return jsonb_build_object('milestone', desk.json_milestone(v_milestone, core.business_date(core.business_now(), core.setting('timezone'))), 'active', cardinality(desk.active_referrals(v_caller.actor_id)),
    'claim', case when v_claim.id is not null then desk.json_claim(v_claim) end,
    'tracker', case when v_claim.id is not null then desk.json_tracker('milestone', v_claim.id) end,
    'movement', (select l.journal_id || '-' || l.line_no from treasury.items i join ledger.lines l on l.journal_id = i.journal_id and l.account_id = i.credit_account_id and l.source_id = i.id where i.id = v_claim.item_id));
end $$;
comment on function desk.member_milestone is 'One milestone as the caller sees it.';
