/** A good row of each table of treasury is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["treasury.clawbacks", "amount = 0, recovered = 0", "clawback_amount_is_positive"],
  ["treasury.clawbacks", "recovered = 11", "no_more_is_recovered_than_was_owed"],
  ["treasury.clawbacks", "recovered = -1", "no_more_is_recovered_than_was_owed"],
  ["treasury.recoveries", "amount = 0", "recovery_amount_is_positive"],
  ["treasury.explanations", "reason = 'other', note = ''", "another_reason_says_which"],
  ["treasury.explanations", "note = repeat('x', 501)", "explanation_note_is_bounded"],
  ["treasury.explanations", "reason = 'whim'", "explanation_reason_is_known"],
  ["treasury.explanations", "line_no = null where id = 902", "one_thing_is_explained"],
  ["treasury.explanations", "journal_id = 901, line_no = 2 where id = 901", "one_thing_is_explained"],
  ["treasury.items", "state = 'posted'", "a_posted_item_names_its_journal"],
  ["treasury.items", "amount = 0", "item_amount_is_positive"],
  ["treasury.items", "amount = 9000000000000001", "item_amount_is_positive"],
  ["treasury.items", "state = 'lost'", "item_state_is_known"],
  ["treasury.items", "other_amount = 1", "an_item_has_one_part_or_two"],
  ["treasury.items", "other_account_id = 902, other_amount = 5", "an_item_has_one_part_or_two"],
  ["treasury.items", "reserve_amount = 6", "a_reserve_is_part_of_its_item"],
  ["treasury.items", "reserve_amount = 0", "a_reserve_is_part_of_its_item"],
  ["treasury.matches", "how = 'guess'", "match_is_by_reference_or_by_person"],
  ["treasury.queues", "name = 'petty cash'", "treasury_name_is_known"],
  ["treasury.reconciled_accounts", "opening = 9000000000000001", "opening_balance_is_bounded"],
  ["treasury.reconciled_accounts", "opening = null", "what_is_reconciled_has_a_beginning"],
  ["treasury.sheet_items", "amount = -9000000000000001", "sheet_item_amount_is_bounded"],
  ["treasury.sheet_items", "side = 'left'", "sheet_item_side_is_known"],
  ["treasury.sheets", "decided_at = now()", "a_decided_sheet_says_when"],
  ["treasury.sheets", "bank_sum = 1", "a_sheet_leaves_no_difference"],
  ["treasury.sheets", "bank_balance = 9000000000000001, bank_sum = 9000000000000001 - 100", "sheet_bank_balance_is_bounded"],
  ["treasury.sheets", "requirement = 9000000000000001, books_sum = 9000000000000001 - 100", "sheet_requirement_is_bounded"],
  ["treasury.sheets", "state = 'lost', decided_at = now()", "sheet_state_is_known"],
  ["treasury.sweeps", "held = -1", "swept_vehicle_money_is_not_negative"],
  ["treasury.sweeps", "held = 9000000000000001", "swept_vehicle_money_is_not_negative"],
  ["treasury.sweeps", "own = -1", "swept_own_money_is_not_negative"],
  ["treasury.sweeps", "own = 9000000000000001", "swept_own_money_is_not_negative"],
  ["treasury.sweeps", "held = 0, own = 0", "a_sweep_takes_something"],
  ["treasury.stated_balances", "balance = 9000000000000001", "stated_balance_is_bounded"],
  ["treasury.statement_lines", "bank_reference = repeat('x', 141)", "bank_reference_is_bounded"],
  ["treasury.statement_lines", "reference = repeat('x', 141)", "line_reference_is_bounded"],
  ["treasury.statement_lines", "text = repeat('x', 501)", "line_text_is_bounded"],
  ["treasury.statement_lines", "amount = 0", "statement_line_moves_something"],
  ["treasury.statement_lines", "amount = -9000000000000001", "statement_line_moves_something"],
  ["treasury.statements", "file_name = ''", "statement_file_name_is_bounded"],
  ["treasury.statements", "format = 'mt940'", "statement_format_is_known"],
  ["treasury.statements", "file_hash = '\\x00'", "statement_hash_is_sha256"],
];

test("every check of treasury refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("treasury", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
