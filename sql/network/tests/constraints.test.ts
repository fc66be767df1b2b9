/** A good row of each table of network is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["network.counts", "direction = 2", "a_count_adds_or_takes_one"],
  ["network.counts", "generation = 0", "generation_is_positive"],
  ["network.flushes", "pairs = 0", "a_flush_takes_something"],
  ["network.nodes", "left_open = 1 where id = 902", "a_free_slot_is_below_its_node"],
  ["network.nodes", "right_open = 1 where id = 902", "a_free_slot_is_below_its_node"],
  ["network.nodes", "left_count = -1 where id = 902", "a_leg_never_counts_below_zero"],
  ["network.nodes", "right_count = -1 where id = 902", "a_leg_never_counts_below_zero"],
  ["network.nodes", "parent_id = 902 where id = 902", "a_node_is_younger_than_who_is_above_it"],
  ["network.nodes", "sponsor_id = 902 where id = 902", "a_node_is_younger_than_who_is_above_it"],
  ["network.nodes", "matched = 2, serials = 2 where id = 902", "never_more_pairs_than_the_smaller_leg"],
  ["network.nodes", "carried = -1 where id = 902", "carried_pairs_are_matched"],
  ["network.nodes", "carried = matched + 1 where id = 902", "carried_pairs_are_matched"],
  ["network.nodes", "flushed = -1 where id = 902", "pairs_are_never_below_zero"],
  ["network.nodes", "serials = 0 where id = 902", "pairs_are_never_below_zero"],
  ["network.nodes", "side = 'X' where id = 902", "side_is_left_or_right"],
  ["network.nodes", "member_id = null where id = 902", "the_company_alone_stands_under_nobody"],
  ["network.nodes", "sponsor_id = null where id = 902", "the_company_alone_stands_under_nobody"],
  ["network.nodes", "depth = 1, left_open = 2, right_open = 2 where id = 901", "the_company_alone_stands_under_nobody"],
  ["network.nodes", "flushed = 1 where id = 901", "the_company_has_no_pairs"],
  ["network.pairs", "matched = 2", "a_pair_matches_what_both_legs_hold"],
  ["network.pairs", "flushed = 1", "a_pair_matches_what_both_legs_hold"],
  ["network.pairs", "state = 'reversed'", "a_reversed_pair_says_when"],
  ["network.pairs", "emi = 1", "a_split_is_the_whole"],
  ["network.pairs", "earnings = 6, emi = -1", "a_split_is_the_whole"],
  ["network.pairs", "active_buyer = true, earnings = 4, emi = 1", "an_active_buyer_is_paid_whole"],
  ["network.pairs", "emi_surplus = 1", "a_surplus_is_part_of_placed_emi"],
  ["network.pairs", "emi_placed_at = now(), emi_surplus = 2, emi = 1, earnings = 4", "a_surplus_is_part_of_placed_emi"],
  ["network.pairs", "emi_placed_at = now()", "only_emi_money_is_placed"],
  ["network.pairs", "buyer_total = -1", "buyer_total_is_not_negative"],
  ["network.pairs", "life = 0", "life_is_positive"],
  ["network.pairs", "month_usage = 0", "month_usage_is_positive"],
  ["network.pairs", "state = 'lost'", "pair_state_is_known"],
  ["network.plan_versions", "decided_at = null", "a_decided_version_says_when"],
  ["network.plan_versions", "from_on = '2027-01-02'", "a_version_starts_on_the_first_of_a_month"],
  ["network.plan_versions", "active_buyer_amount = 0", "active_buyer_amount_is_positive"],
  ["network.plan_versions", "state = 'lost'", "compensation_state_is_known"],
  ["network.plan_versions", "cooling_off_days = -1", "cooling_off_days_are_not_negative"],
  ["network.plan_versions", "emi_rate = 101", "emi_rate_is_a_percentage"],
  ["network.plan_versions", "first_full_pairs = -1", "first_full_pairs_are_not_negative"],
  ["network.plan_versions", "monthly_pair_cap = 0", "monthly_pair_cap_is_positive"],
  ["network.plan_versions", "over_cap = 'keep'", "over_cap_is_defer_or_flush"],
  ["network.plan_versions", "pair_value = 0", "pair_value_is_positive"],
  ["network.plan_versions", "placement = 'sideways'", "placement_mode_is_known"],
  ["network.plan_versions", "qualify_amount = 0", "qualify_amount_is_positive"],
  ["network.plan_versions", "reserve_rate = -1", "reserve_rate_is_a_percentage"],
  ["network.plan_versions", "count_on = 'a_whim'", "units_count_on_a_sale_or_on_placement"],
  ["network.disclosures", "members = 0, without = 0", "a_disclosed_group_has_members"],
  ["network.disclosures", "until_months = 0", "a_tenure_ends_after_it_begins"],
  ["network.disclosures", "median = 9000000000000001", "median_is_bounded"],
  ["network.disclosures", "without = 11", "no_more_are_without_than_there_are"],
  ["network.disclosures", "from_months = -1", "tenure_is_not_negative"],
  ["network.what_ifs", "gaining = null where state = 'finished'", "a_finished_what_if_has_its_figures"],
  ["network.what_ifs", "finished_at = now() where state = 'running'", "a_finished_what_if_has_its_figures"],
  ["network.what_ifs", "as_of = null where state = 'running'", "a_what_if_that_runs_knows_its_end"],
  ["network.what_ifs", "last_count_id = null where state = 'running'", "a_what_if_that_runs_knows_its_end"],
  ["network.what_ifs", "counts_done = 2", "no_more_counts_are_done_than_there_are"],
  ["network.what_ifs", "state = 'lost' where state = 'running'", "what_if_state_is_known"],
  ["network.what_ifs", "rate_version_id = (select id from invest.plan_versions limit 1)", "a_what_if_is_of_one_draft"],
  ["network.what_ifs", "draft_ahead = null where state = 'finished'", "a_finished_what_if_has_its_figures"],
  ["network.what_if_members", "draft_ahead = -1", "what_if_figures_are_not_negative"],
  ["network.what_if_contracts", "amount = 0", "copied_amount_is_positive"],
  ["network.what_if_members", "place = 0", "place_is_positive"],
  ["network.what_if_members", "draft_flushed = -1", "what_if_figures_are_not_negative"],
];

test("every check of network refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("network", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});

test("two never stand in one slot, under two roots or for one member; a count, a number and a serial stand once", async () => {
  const rows = await openRows();
  try {
    const node = (id: number, member: string, parent: string, side: string) => `insert into network.nodes (id, member_id, sponsor_id, parent_id, side, depth, left_open, right_open, placed_at) overriding system value values (${id}, ${member}, ${parent}, ${parent}, ${side}, ${parent === "null" ? "0, 1, 1" : "1, 2, 2"}, now())`;
    expect(await rows.refused(node(903, "902", "901", "'L'"))).toMatchObject({ by: "a_slot_holds_one_node" });
    expect(await rows.refused(node(903, "901", "901", "'R'"))).toMatchObject({ by: "a_member_stands_in_the_tree_once" });
    expect(await rows.refused(node(903, "null", "null", "null"))).toMatchObject({ by: "there_is_one_company_root" });
    expect(await rows.refused("insert into network.counts (node_id, generation, direction, counted_at) values (902, 1, 1, now())")).toMatchObject({ by: "a_unit_counts_once_each_way" });
    const again = (more: string) => `insert into network.pairs (node_id, member_id, serial, life, left_count, right_count, matched, flushed, month_on, month_usage, buyer_total, active_buyer, version_id, currency, value, earnings, emi, item_id, matched_at)
      select node_id, member_id, ${more}, left_count, right_count, matched, flushed, month_on, month_usage, buyer_total, active_buyer, version_id, currency, value, earnings, emi, 902, matched_at from network.pairs`;
    const item = "insert into treasury.items (id, queue_id, journal_kind, credit_account_id, amount, value_on, source_order, recorded_at) overriding system value select 902, queue_id, 'pair', credit_account_id, 5, value_on, 999, now() from treasury.items";
    expect(await rows.refused(item, again("2, life"))).toMatchObject({ by: "one_live_pair_of_a_number" });
    expect(await rows.refused(item, again("serial, 2"))).toMatchObject({ by: "a_serial_is_never_reused" });
    expect(await rows.refused("insert into network.flushes (node_id, month_on, pairs, version_id, flushed_at) select node_id, month_on, 1, version_id, now() from network.flushes")).toMatchObject({ by: "a_month_is_flushed_once" });
  } finally {
    await rows.close();
  }
});
