/** A good row of each table of referral is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["referral.commissions", "journal_id = 901", "a_commission_is_an_item_or_a_journal"],
  ["referral.commissions", "item_id = null", "a_commission_is_an_item_or_a_journal"],
  ["referral.commissions", "amount = 0", "commission_amount_is_positive"],
  ["referral.commissions", "base = 0", "commission_base_is_positive"],
  ["referral.commissions", "rate = 100.01", "commission_rate_is_a_percentage"],
  ["referral.commissions", "rate = -0.01", "commission_rate_is_a_percentage"],
  ["referral.commissions", "source_kind = 'gift'", "commission_source_is_known"],
  ["referral.clawbacks", "journal_id = null", "a_clawback_of_paid_money_names_its_journal"],
  ["referral.clawbacks", "returned = 0, owed = 0, journal_id = null", "a_clawback_takes_something"],
  ["referral.clawbacks", "returned = 5, owed = -1", "clawback_owed_is_not_negative"],
  ["referral.clawbacks", "returned = -1, owed = 5", "clawback_returned_is_not_negative"],
  ["referral.clawbacks", "unpaid = -1", "clawback_unpaid_is_not_negative"],
  ["referral.clawbacks", "unpaid = 1", "what_was_never_paid_is_not_returned"],
  ["referral.milestone_claims", "counted = '{}'", "a_claim_counts_somebody"],
  ["referral.milestone_claims", "state = 'gone', item_id = null", "claim_state_is_known"],
  ["referral.milestone_claims", "reason = repeat('x', 1001)", "claim_reason_is_bounded"],
  ["referral.milestone_claims", "item_id = null", "an_approved_claim_names_its_item"],
  ["referral.milestone_claims", "state = 'rejected'", "an_approved_claim_names_its_item"],
  ["referral.milestone_claims", "decided_at = null", "a_decided_claim_says_when"],
  ["referral.milestones", "name = ''", "milestone_name_is_bounded"],
  ["referral.milestones", "needed = 0", "milestone_needs_somebody"],
  ["referral.milestones", "reward = 0", "milestone_reward_is_positive"],
  ["referral.milestones", "ends_on = starts_on - 1", "a_milestone_ends_after_it_starts"],
  ["referral.referrals", "referrer_id = referred_id", "nobody_refers_themselves"],
];

test("every check of referral refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("referral", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
