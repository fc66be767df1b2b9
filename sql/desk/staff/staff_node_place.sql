/* Places a member in the tree: below the sponsor named, else below who referred the member, else below the company; by the mode named, else the
   plan's, or in the one slot asked for (parent and side). Refuses as desk.place_member, and
   `not_found` (member, sponsor, parent), `not_active` for a closed account, `sponsor_not_placed`, `key_reuse`. */
create or replace function desk.staff_node_place(p_token text, p_member uuid, p_sponsor uuid, p_placement text, p_parent uuid, p_side text, p_key uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'network.write');
  v_known jsonb;
  v_at timestamptz := core.business_now();
  v_member identity.members;
  v_sponsor bigint;
  v_above bigint;
  v_parent bigint;
  v_node network.nodes;
begin
  v_known := ledger.claim_key(v_caller.actor_id, 'node_place', p_key, jsonb_build_array(p_member, p_sponsor, p_placement, p_parent, p_side));
  if v_known is not null then return v_known; end if;
  select * into v_member from identity.members where public_id = p_member;
  if not found then perform core.refuse('not_found', 'member'); end if;
  if v_member.status = 'closed' then perform core.refuse('not_active', 'member'); end if;
  if p_sponsor is null then
    select r.referrer_id into v_sponsor from referral.referrals r where r.referred_id = v_member.id;
  else
    select m.id into v_sponsor from identity.members m where m.public_id = p_sponsor;
    if not found then perform core.refuse('not_found', 'sponsor'); end if;
  end if;
  if v_sponsor is not null then
    select n.id into v_above from network.nodes n where n.member_id = v_sponsor;
    if not found then perform core.refuse('sponsor_not_placed', 'sponsor'); end if;
  end if;
  if p_parent is not null then
    select n.id into v_parent from network.nodes n join identity.members m on m.id = n.member_id where m.public_id = p_parent;
    if not found then perform core.refuse('not_found', 'parent'); end if;
  end if;
  v_node := desk.place_member(v_member.id, v_above, p_placement, v_parent, p_side, v_at);
  perform audit.write(v_at, v_caller, 'node_place', 'member', v_member.public_id::text);
  return ledger.keep_outcome(v_caller.actor_id, 'node_place', p_key, jsonb_build_object('node', desk.json_node(v_node, v_at)));
end $$;
comment on function desk.staff_node_place is 'Places a member in the tree.';
