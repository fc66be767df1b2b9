/** A good row of each table of approval is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["approval.decisions", "decision = 'abstain'", "decision_is_approve_or_reject"],
  ["approval.requests", "decided_at = now()", "a_decided_request_says_when"],
  ["approval.requests", "state = 'rejected', decided_at = now(), note = ' '", "a_rejection_says_why"],
  ["approval.requests", "amount = 0", "request_amount_is_positive"],
  ["approval.requests", "amount = 9000000000000001", "request_amount_is_positive"],
  ["approval.requests", "kind = 'favour'", "request_kind_is_known"],
  ["approval.requests", "maker_type = 'robot'", "request_maker_is_member_or_staff"],
  ["approval.requests", "needed = 0", "request_needs_one_or_two"],
  ["approval.requests", "needed = 3", "request_needs_one_or_two"],
  ["approval.requests", "note = repeat('x', 1001)", "request_note_is_bounded"],
  ["approval.requests", "state = 'lost', decided_at = now()", "request_state_is_known"],
];

test("every check of approval refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("approval", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
