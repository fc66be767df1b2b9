/** A good row of each table of invest is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["invest.accrual_reserves", "posted = 0", "posted_on_a_reserve_is_positive"],
  ["invest.accrual_runs", "state = 'lost'", "accrual_run_state_is_known"],
  ["invest.accruals", "amount = -1", "accrual_amount_is_not_negative"],
  ["invest.accruals", "k = 0", "accrual_days_count_from_one"],
  ["invest.carried", "origin = ''", "carried_origin_is_bounded"],
  ["invest.carried", "days = -1", "carried_days_are_not_negative"],
  ["invest.instructions", "choice = 'burn'", "instruction_choice_is_known"],
  ["invest.investments", "amount = 0", "investment_amount_is_positive"],
  ["invest.investments", "days = 11", "investment_days_are_end_less_start"],
  ["invest.investments", "days = 0, end_on = start_on", "investment_days_are_end_less_start"],
  ["invest.investments", "state = 'lost'", "investment_state_is_known"],
  ["invest.investments", "source_wallet = 'INVESTED'", "investment_wallet_is_known"],
  ["invest.plan_versions", "description = repeat('x', 4001)", "plan_description_is_bounded"],
  ["invest.plan_versions", "duration = 0", "plan_duration_is_positive"],
  ["invest.plan_versions", "duration = 36501", "plan_duration_is_positive"],
  ["invest.plan_versions", "maximum = minimum - 1", "plan_maximum_is_not_below_minimum"],
  ["invest.plan_versions", "maximum = 9000000000000001", "plan_maximum_is_not_below_minimum"],
  ["invest.plan_versions", "minimum = 0", "plan_minimum_is_positive"],
  ["invest.plan_versions", "daily_rate = 0", "plan_rate_is_above_zero"],
  ["invest.plan_versions", "daily_rate = 0.123456789", "plan_rate_is_above_zero"],
  ["invest.plan_versions", "referral_rate = 101", "plan_referral_rate_is_a_percentage"],
  ["invest.plan_versions", "risk_text = repeat('x', 4001)", "plan_risk_text_is_bounded"],
  ["invest.plan_versions", "unit = 'YEARS'", "plan_unit_is_known"],
  ["invest.plan_versions", "version = 0", "plan_version_counts_from_one"],
  ["invest.plan_versions", "state = 'lost'", "plan_version_state_is_known"],
  ["invest.plans", "name = ' '", "plan_name_is_one_to_255"],
  ["invest.plans", "name = repeat('x', 256)", "plan_name_is_one_to_255"],
  ["invest.plans", "state = 'lost'", "plan_state_is_known"],
  ["invest.renewals", "state = 'lost', renewed_id = null", "renewal_state_is_known"],
  ["invest.renewals", "state = 'returned', renewed_id = null, reason = 'whim'", "renewal_reason_is_known"],
  ["invest.renewals", "renewed_id = null", "a_renewal_says_what_became_of_it"],
  ["invest.renewals", "state = 'returned', renewed_id = null", "a_renewal_says_what_became_of_it"],
  ["invest.renewals", "done_at = null", "a_renewal_says_what_became_of_it"],
  ["invest.renewals", "fault = 'XX000'", "only_a_failed_renewal_has_a_fault"],
  ["invest.renewals", "state = 'returned', renewed_id = null, reason = 'failed'", "only_a_failed_renewal_has_a_fault"],
  ["invest.renewals", "state = 'returned', renewed_id = null, reason = 'failed', fault = repeat('x', 501)", "renewal_fault_is_bounded"],
  ["invest.renewals", "renewed_id = investment_id", "no_contract_renews_itself"],
];

test("every check of invest refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("invest", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
