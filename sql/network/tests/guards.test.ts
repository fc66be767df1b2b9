/** Guards of the network that stand behind another one, or that no page leads to, each reached directly on good rows (spec 8, row 30). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openGuarded, wrongRefusals, type Guard } from "../../tests/support/guards";
import { goodId as id, type Rows } from "../../tests/support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openGuarded(); });
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";

const plain = { from: "'2099-01-01'", value: "1.00", full: "5", emi: "'20'", cap: "10", over: "'defer'", reserve: "'0'", on: "'placement'", qualify: "'1.00'", cooling: "0", mode: "'level_order'", buyer: "'1.00'" };
const draft = (more: Partial<typeof plain>) => {
  const of = { ...plain, ...more };
  return `network.draft_plan(${of.from}, '${of.value}', ${of.full}, ${of.emi}, ${of.cap}, ${of.over}, ${of.reserve}, ${of.on}, ${of.qualify}, ${of.cooling}, ${of.mode}, ${of.buyer}, 903, '2098-02-02T00:00:00Z')`;
};
const another = `insert into network.plan_versions select (jsonb_populate_record(v, '{"id": "00000000-0000-7000-8000-000000009999", "version": 2, "from_on": "2099-01-01", "state": "draft", "decided_at": null}')).* from network.plan_versions v`;
const drafted = "'00000000-0000-7000-8000-000000009999'";

const guards: readonly Guard[] = [
  ["network.ask_what_if", "", `network.ask_what_if(${drafted}, 903, ${at})`, "not_found"],
  ["network.ask_what_if", "", `network.ask_what_if(${id(110)}, 903, ${at})`, "already_decided"],
  ["network.check_what_if", "", `network.check_what_if(${id(110)}, 902)`, "what_if_unread"],
  ["network.read_what_if", "", `network.read_what_if(${drafted}, 903, ${at})`, "not_found"],
  ["network.read_what_if", "", `network.read_what_if(${id(161)}, 903, ${at})`, "what_if_unread"],
  ["network.decide_plan", "", `network.decide_plan(${id(110)}, 'rejected', ${at})`, "already_decided"],
  ["network.decide_plan", another, `network.decide_plan(${drafted}, 'active', '2099-01-01T00:00:00Z')`, "starts_too_late"],
  ["network.decide_plan", `${another}; update network.plan_versions set from_on = '2099-01-01'`, `network.decide_plan(${drafted}, 'active', ${at})`, "month_taken"],
  ["network.draft_plan", "update network.plan_versions set version = 7", draft({}), "not_active"],
  ["network.draft_plan", "", draft({ from: "'2099-01-02'" }), "invalid_input", "from_on"],
  ["network.draft_plan", "", draft({ from: "'2098-02-01'" }), "invalid_input", "from_on"],
  ["network.draft_plan", "", draft({ from: "'2118-01-01'" }), "invalid_input", "from_on"],
  ["network.draft_plan", "update network.plan_versions set from_on = '2099-01-01'", draft({}), "invalid_input", "from_on"],
  ["network.draft_plan", "", draft({ full: "-1" }), "invalid_input", "first_full_pairs"],
  ["network.draft_plan", "", draft({ emi: "'100.5'" }), "invalid_input", "emi_percent"],
  ["network.draft_plan", "", draft({ cap: "0" }), "invalid_input", "monthly_pair_cap"],
  ["network.draft_plan", "", draft({ over: "'keep'" }), "invalid_input", "over_cap"],
  ["network.draft_plan", "", draft({ reserve: "'x'" }), "invalid_input", "reserve_percent"],
  ["network.draft_plan", "", draft({ on: "'birth'" }), "invalid_input", "count_on"],
  ["network.draft_plan", "", draft({ cooling: "-1" }), "invalid_input", "cooling_off_days"],
  ["network.draft_plan", "", draft({ mode: "'middle'" }), "invalid_input", "placement"],
  ["network.count", "", `network.count(901, 2, -1, ${at})`, "not_counted"],
  ["network.place", "", `network.place(902, null, 'sideways', null, null, ${at})`, "invalid_input", "placement"],
  ["network.place", "", `network.place(902, null, 'left', null, 'L', ${at})`, "invalid_input", "side"],
  ["network.place", "", `network.place(902, null, 'left', 987, 'L', ${at})`, "not_found", "parent"],
  ["network.place", "", `network.place(901, null, 'level_order', null, null, ${at})`, "already_placed"],
  ["network.place", "", `network.place(902, null, 'level_order', 901, 'L', ${at})`, "slot_taken", "parent"],
  ["network.reverse_pair", "update network.pairs set state = 'reversed', reversed_at = now()", `network.reverse_pair(901, ${at})`, "already_decided"],
];

test("each refuses, with its field", async () => {
  expect(await wrongRefusals(rows, guards)).toEqual([]);
});
