/** A good row of each table of ledger is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["ledger.account_balances", "held = balance + 1 where account_id = 901", "account_available_is_never_negative"],
  ["ledger.account_balances", "balance = -1, held = 0 where account_id = 902", "account_available_is_never_negative"],
  ["ledger.accounts", "side = 0", "account_side_is_debit_or_credit"],
  ["ledger.day_totals", "debit = -1", "day_sums_are_not_negative"],
  ["ledger.day_totals", "credit = -1", "day_sums_are_not_negative"],
  ["ledger.day_totals", "lines = 0", "a_summed_day_has_lines"],
  ["ledger.balance_marks", "balance = 9000000000000000001", "marked_balance_is_bounded"],
  ["ledger.holds", "ended_at = now()", "an_ended_hold_says_when"],
  ["ledger.holds", "state = 'released'", "an_ended_hold_says_when"],
  ["ledger.holds", "amount = 0", "hold_amount_is_positive"],
  ["ledger.holds", "amount = 9000000000000001", "hold_amount_is_positive"],
  ["ledger.holds", "reason = 'whim'", "hold_reason_is_known"],
  ["ledger.holds", "state = 'lost', ended_at = now()", "hold_state_is_known"],
  ["ledger.seals", "journals = 0", "a_seal_holds_journals"],
  ["ledger.seals", "root = '\\x00'", "seal_roots_are_sha256"],
  ["ledger.seals", "merkle_root = '\\x00'", "seal_roots_are_sha256"],
  ["ledger.seals", "id = 0", "seals_are_numbered_from_one"],
];

test("every check of ledger refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("ledger", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
