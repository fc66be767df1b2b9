/* Makes a node's next pair in a month, at an instant: whole up to the plan's first pairs and for an active buyer, else EMI = round(value *
   emi_rate / 100) and EARNINGS the rest, frozen with everything that explains it:
   the legs are p_left and p_right at that instant. The money is recorded in the commission queue as one item
   with both parts, held as reserve where the plan says so, and held until they are known for members who are blocked, or not identified where
   that is asked. Only the matcher calls this: it holds the lock under which one pair is made at a time. Answers the pair's id. */
create or replace function network.make_pair(p_node bigint, p_count bigint, p_left bigint, p_right bigint, p_month date, p_at timestamptz) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_node network.nodes;
  v_plan network.plan_versions;
  v_member identity.members;
  v_total bigint;
  v_buyer boolean;
  v_emi bigint;
  v_earnings bigint;
  v_item bigint;
  v_id bigint;
  v_cause uuid := uuidv7();
  v_reserve bigint;
begin
  update network.nodes n set matched = n.matched + 1, serials = n.serials + 1, month_on = greatest(n.month_on, p_month), month_pairs = case when n.month_on < p_month then 1 else n.month_pairs + 1 end
   where n.id = p_node returning * into v_node;
  v_plan := network.plan_on(v_node.month_on);
  select * into v_member from identity.members where id = v_node.member_id;
  v_total := network.buyer_total(v_node.member_id, p_at);
  v_buyer := v_total >= v_plan.active_buyer_amount;
  v_emi := network.emi_part(v_plan.pair_value, v_plan.emi_rate, v_plan.first_full_pairs, v_node.matched, v_buyer);
  v_earnings := v_plan.pair_value - v_emi;
  v_reserve := nullif(network.reserve_part(v_earnings, v_plan.reserve_rate), 0);
  v_item := treasury.record('commission', v_plan.currency, 'pair', ledger.wallet(v_node.member_id, case when v_earnings > 0 then 'EARNINGS' else 'EMI_RESERVE' end, v_plan.currency), v_plan.pair_value,
    (p_at at time zone v_plan.timezone)::date, nextval('treasury.source_order'), 0, v_cause, p_at,
    case when v_member.status <> 'active' or (core.setting('require_kyc') = 'true' and v_member.kyc_approved_at is null) then 'unverified' end,
    case when v_emi > 0 and v_earnings > 0 then ledger.wallet(v_node.member_id, 'EMI_RESERVE', v_plan.currency) end, case when v_emi > 0 and v_earnings > 0 then v_emi end, v_reserve);
  insert into network.pairs (public_id, node_id, member_id, serial, life, left_count, right_count, matched, flushed, month_on, month_usage, buyer_total, active_buyer, version_id, currency, value, earnings, emi, count_id, item_id, matched_at)
  values (v_cause, p_node, v_node.member_id, v_node.serials, v_node.matched, p_left, p_right, v_node.matched, v_node.flushed, v_node.month_on, v_node.month_pairs, v_total, v_buyer, v_plan.id, v_plan.currency,
    v_plan.pair_value, v_earnings, v_emi, p_count, v_item, p_at) returning id into v_id;
  return v_id;
end $$;
comment on function network.make_pair is 'Makes a node''s next pair.';
