/* A claim of a milestone, and whether its reward is posted or waits for funding. */
create or replace function desk.json_claim(p_claim referral.milestone_claims) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', (p_claim).id, 'reference', (p_claim).reference, 'state', (p_claim).state, 'counted', cardinality((p_claim).counted), 'reason', (p_claim).reason, 'claimed_at', (p_claim).claimed_at, 'decided_at', (p_claim).decided_at,
    'payment', (select i.state from treasury.items i where i.id = (p_claim).item_id))
$$;
comment on function desk.json_claim is 'A claim of a milestone.';
