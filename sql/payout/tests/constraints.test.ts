/** A good row of each table of payout is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { goodId as id, notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const sent = "state = 'sent'";
const reversed = "state = 'reversed'";
const seed = "regime = 'SEED' and cap_units = 100";
const spoilt: Spoilt[] = [
  ["payout.bank_files", "lines = 0", "a_bank_file_has_lines"],
  ["payout.bank_files", "sum = 0", "bank_file_sum_is_positive"],
  ["payout.credit_taxes", "amount = 0", "tax_of_a_year_is_positive"],
  ["payout.credits", "amount = 0 where id = 901", "taxed_amount_is_positive"],
  ["payout.credits", "earnings = 6 where id = 901", "taxed_earnings_are_part_of_the_amount"],
  ["payout.credits", "total = 4 where id = 901", "the_years_total_includes_the_credit"],
  ["payout.credits", "due = -1, tax = -1 where id = 902", "tax_due_is_not_negative"],
  ["payout.credits", "tax = 1 where id = 901", "tax_is_never_more_than_was_earned"],
  ["payout.credits", "due = 5, tax = 5 where id = 901", "tax_is_never_more_than_was_earned"],
  ["payout.credits", "item_id = null where id = 901", "a_taxed_credit_has_one_source"],
  ["payout.credits", "commission_id = 901 where id = 901", "a_taxed_credit_has_one_source"],
  ["payout.credits", "journal_id = null where id = 901", "tax_that_was_taken_names_its_journal"],
  ["payout.credits", "year_on = '2027-01-01' where id = 901", "a_tax_year_runs_from_april_to_march"],
  ["payout.credits", "value_on = '2027-04-01' where id = 901", "a_tax_year_runs_from_april_to_march"],
  ["payout.credits", "value_on = '2026-03-31' where id = 901", "a_tax_year_runs_from_april_to_march"],
  ["payout.parts", "amount = 0", "payout_part_is_positive"],
  ["payout.payouts", `gross = 0, tax = 0, emi = 0, bank = 0 where ${reversed}`, "payout_gross_is_positive"],
  ["payout.payouts", `tax = -1, emi = 6 where ${sent}`, "payout_tax_is_not_negative"],
  ["payout.payouts", `emi = -1, bank = 10 where ${sent}`, "payout_emi_is_not_negative"],
  ["payout.payouts", `bank = -1, tax = 11 where ${reversed}`, "payout_bank_part_is_not_negative"],
  ["payout.payouts", `bank = 6 where ${sent}`, "a_payout_is_the_whole"],
  ["payout.payouts", `rule_id = null where ${sent}`, "tax_at_payout_names_its_rule"],
  ["payout.payouts", `state = 'lost' where ${sent}`, "payout_state_is_known"],
  ["payout.payouts", `reason = repeat('x', 1001) where ${sent}`, "payout_reason_is_bounded"],
  ["payout.payouts", `decided_at = null where ${sent}`, "a_decided_payout_says_when"],
  ["payout.payouts", `journal_id = null, posted_on = null where ${sent}`, "a_payout_that_was_approved_names_its_journal"],
  ["payout.payouts", `posted_on = null where ${sent}`, "a_payout_that_was_approved_names_its_journal"],
  ["payout.payouts", `file_id = null, line_no = null, sent_at = null where ${sent}`, "a_sent_payout_stands_in_a_file"],
  ["payout.payouts", `sent_at = null where ${sent}`, "a_sent_payout_stands_in_a_file"],
  ["payout.payouts", `line_no = 0 where ${sent}`, "payout_lines_count_from_one"],
  ["payout.payouts", `bank = 0, emi = 9 where ${sent}`, "nothing_to_send_is_paid_at_once"],
  ["payout.payouts", `state = 'returned', return_id = null where ${sent}`, "a_returned_payout_names_its_journal"],
  ["payout.payouts", `reversed_at = null where ${reversed}`, "a_reversed_payout_says_when"],
  ["payout.payouts", `reversal_id = null where ${reversed}`, "a_reversed_payout_says_when"],
  ["payout.deposits", "quarter_on = '1990-02-01'", "a_quarter_begins_on_its_first_day"],
  ["payout.deposits", "quarter_on = '1990-01-02'", "a_quarter_begins_on_its_first_day"],
  ["payout.deposits", "amount = 0", "deposited_amount_is_positive"],
  ["payout.deposits", "reference = ''", "payment_reference_is_bounded"],
  ["payout.deposits", "paid_on = '1989-12-31'", "tax_is_deposited_after_it_is_withheld"],
  ["payout.tax_rules", `regime = 'OUT' where ${seed}`, "tax_regime_is_known"],
  ["payout.tax_rules", `scope = 'per_day' where ${seed}`, "tax_scope_is_known"],
  ["payout.tax_rules", `rate = 101 where ${seed}`, "tax_rate_is_a_percentage"],
  ["payout.tax_rules", `no_pan_rate = 101 where id = ${id(120)}`, "tax_rate_without_pan_is_a_percentage"],
  ["payout.tax_rules", `threshold_units = -1 where id = ${id(120)}`, "tax_threshold_is_not_negative"],
  ["payout.tax_rules", `cap_units = 0 where ${seed}`, "tax_cap_is_positive"],
  ["payout.tax_rules", `certificate_form = '' where ${seed}`, "tax_certificate_form_is_bounded"],
  ["payout.tax_rules", `payment_code = '' where ${seed}`, "tax_payment_code_is_bounded"],
  ["payout.tax_rules", `note = '' where ${seed}`, "tax_note_is_bounded"],
  ["payout.tax_rules", `until_on = '1989-12-31' where ${seed}`, "a_tax_rule_ends_after_it_begins"],
  ["payout.tax_rules", `cap_units = 5 where id = ${id(120)}`, "tax_at_credit_counts_a_year"],
  ["payout.tax_rules", `threshold_units = 5 where ${seed}`, "tax_at_payout_has_no_threshold"],
];

test("every check of payout refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("payout", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
