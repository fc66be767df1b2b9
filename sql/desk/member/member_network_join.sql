/* The caller takes a place in the tree: below who brought them, else below the company, by the compensation plan's mode. Costs nothing. Refuses
   `sponsor_not_placed`, `already_placed`, `key_reuse`. */
create or replace function desk.member_network_join(p_token text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter(p_token, 'member', 1::smallint, true);
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_sponsor bigint;
  v_above bigint;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'network_join', p_key, '[]');
  if v_known is not null then return v_known; end if;
  select r.referrer_id into v_sponsor from referral.referrals r where r.referred_id = v_caller.actor_id;
  if v_sponsor is not null then
    select n.id into v_above from network.nodes n where n.member_id = v_sponsor;
    if not found then perform core.refuse('sponsor_not_placed'); end if;
  end if;
  perform desk.place_member(v_caller.actor_id, v_above, null, null, null, v_at);
  perform audit.write(v_at, v_caller, 'network_join', 'member', (select m.public_id::text from identity.members m where m.id = v_caller.actor_id));
  return ledger.keep_outcome(v_caller.actor_id, 'network_join', p_key, jsonb_build_object('state', 'placed'));
end $$;
comment on function desk.member_network_join is 'The caller takes a place in the tree.';
