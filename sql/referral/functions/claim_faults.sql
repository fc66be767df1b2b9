/* Law: an approved claim, and no other, is paid its milestone's reward into its member's EARNINGS; and a claim stands as its request was
   decided. Of claims decided since p_since, or of all. */
create or replace function referral.claim_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'a milestone is paid as it was approved', 'claim ' || c.reference, m.reward || ' for ' || coalesce(r.state, 'no request'), coalesce(i.amount, 0) || ' for ' || c.state
    from referral.milestone_claims c
    join referral.milestones m on m.id = c.milestone_id
    left join ledger.accounts a on a.member_id = c.member_id and a.kind = 'EARNINGS' and a.currency = m.currency
    left join treasury.items i on i.id = c.item_id and i.journal_kind = 'milestone' and i.credit_account_id = a.id and i.cause = c.id
    left join lateral (select case q.state when 'expired' then 'rejected' else q.state end as state from approval.requests q where q.subject_id = c.id and q.kind = 'milestone' order by q.created_at desc limit 1) r on true
   where (p_since is null or c.decided_at >= p_since) and c.state <> 'pending' and (r.state is distinct from c.state or (c.state = 'approved' and i.amount is distinct from m.reward))
$$;
comment on function referral.claim_faults is 'Claims that are not paid as they were approved.';
