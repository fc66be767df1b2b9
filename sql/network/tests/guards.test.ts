/** Guards of the network that stand behind another one, or that no page leads to, each reached directly on good rows (spec 8, row 30). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openGuarded, wrongRefusals, type Guard } from "../../tests/support/guards";
import type { Rows } from "../../tests/support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openGuarded(); });
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";

const guards: readonly Guard[] = [
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
