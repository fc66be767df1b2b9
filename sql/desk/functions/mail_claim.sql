/* Tells a member what became of a claim. */
create or replace function desk.mail_claim(p_template text, p_claim uuid, p_reason text) returns void
language sql volatile set search_path = '' as $$
  select outbox.mail_member(p_template, c.member_id, jsonb_strip_nulls(jsonb_build_object('reference', c.reference, 'milestone', m.id, 'name', m.name, 'needed', m.needed, 'amount', core.format_amount(m.reward, m.currency), 'currency', m.currency, 'reason', p_reason)),
      p_template || ':' || c.id)
    from referral.milestone_claims c join referral.milestones m on m.id = c.milestone_id where c.id = p_claim
$$;
comment on function desk.mail_claim is 'Tells a member what became of a claim.';
