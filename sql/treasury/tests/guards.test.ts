/** What refuses in treasury behind another guard, or that no page leads to, refuses by itself: reached directly on good rows. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openGuarded, wrongRefusals, type Guard } from "../../tests/support/guards";
import { goodId as id, type Rows } from "../../tests/support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openGuarded(); });
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";
const nobody = id(99);

const guards: readonly Guard[] = [
  ["treasury.withdraw_item", "update treasury.items set state = 'withdrawn'", `treasury.withdraw_item(901, ${at})`, "already_decided"],
  ["treasury.add_lines", "", `treasury.add_lines(${nobody}, '[]', '2027-02-02')`, "not_found", "statement"],
  ["treasury.add_lines", "update treasury.statements set closed_at = now()", `treasury.add_lines(${id(8)}, '[]', '2027-02-02')`, "already_decided", "statement"],
  ["treasury.earmark", "", `treasury.earmark(902, 1, ${nobody}, ${at})`, "treasury_short"],
  ["treasury.explain", "", `treasury.explain(903, array['opening'], 'other', null, 903, ${at})`, "note_required", "note"],
  ["treasury.explain", "", `treasury.explain(903, array['line:' || ${nobody}], 'timing', null, 903, ${at})`, "not_found", "items"],
  ["treasury.match", "", `treasury.match(903, array[${id(9)}]::uuid[], array[901::bigint], array[2], 'person', 903, ${at})`, "already_matched"],
  ["treasury.open_statement", "", `treasury.open_statement(902, 'a.csv', sha256('a'), 'csv', null, null, '[]', 903, ${at})`, "invalid_input", "opening"],
  ["treasury.submit_sheet", "", `treasury.submit_sheet(903, '2027-01-05', '2027-01-05', 903, ${at})`, "invalid_input", "on"],
  ["treasury.submit_sheet", "", `treasury.submit_sheet(903, '2027-01-05', '2027-02-01', 903, ${at})`, "already_open"],
  ["treasury.submit_sheet", "", `treasury.submit_sheet(903, '2027-01-20', '2027-02-01', 903, ${at})`, "not_reconciled"],
  ["treasury.take_back", "", `treasury.take_back('returns', 'USD', 1, 903, '2027-02-02', 903, ${nobody})`, "treasury_short", "amount"],
  ["treasury.unmatch", "", `treasury.unmatch(${nobody})`, "not_found", "line"],
  ["treasury.unmatch", "delete from treasury.matches", `treasury.unmatch(${id(9)})`, "not_found", "line"],
  ["treasury.take_item_back", "update treasury.items set state = 'withdrawn'", `treasury.take_item_back(901, '2027-02-02', ${nobody}, ${at})`, "already_decided"],
  ["treasury.check_sheet", "", `treasury.check_sheet(${nobody})`, "not_found"],
  ["treasury.check_sheet", "", `treasury.check_sheet(${id(11)})`, "payload_changed"],
  ["treasury.end_sheet", "", `treasury.end_sheet(${id(11)}, 'signed', ${at})`, "payload_changed"],
  ["treasury.explain", "", `treasury.explain(903, '{}', 'timing', null, 903, ${at})`, "invalid_input", "items"],
  ["treasury.explain", "", `treasury.explain(903, array['opening'], 'whim', null, 903, ${at})`, "invalid_input", "reason"],
];

test("each refuses, with its field", async () => {
  expect(await wrongRefusals(rows, guards)).toEqual([]);
});
