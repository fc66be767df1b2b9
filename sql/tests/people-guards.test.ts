/** Guards of staff, settings and notes, each reached directly on good rows with a call that breaks nothing else (spec 8, row 30). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openGuarded, staff, wrongRefusals, type Guard } from "./support/guards";
import { goodId as id, type Rows } from "./support/rows";

let rows: Rows;
beforeAll(async () => { rows = await openGuarded(); });
afterAll(() => rows.close());

const at = "'2027-02-02T00:00:00Z'";
const key = id(50);
const nobody = id(99);
const add = (email: string, name = "Ina", role = "support", reason = "reason", member = "") => `desk.staff_colleague_add('${staff}', '${email}', '${name}', '${role}', '${member}', '${reason}', ${key})`;
const other = `insert into identity.staff (id, public_id, email, name, role, created_at) values (905, ${id(905)}, 'other@staff.test', 'Other', 'support', ${at})`;
const change = (who: string, role = "operations", member = "") => `desk.staff_colleague_change('${staff}', ${who}, '${role}', true, '${member}', 'reason', ${key})`;
const setting = (name: string, before: string, value: string, reason = "reason") => `desk.staff_setting_change('${staff}', '${name}', '${before}', '${value}', '${reason}', ${key})`;

const guards: readonly Guard[] = [
  ["core.change_setting", "", `core.change_setting('none', 'a', 'b', 903, 'reason', null, ${at})`, "not_found"],
  ["core.change_setting", "", `core.change_setting('company', 'Coffer', 'Coffer', 903, 'reason', null, ${at})`, "invalid_input", "value"],
  ["identity.change_staff", "", `identity.change_staff(${nobody}, 'finance', true, null)`, "not_found"],
  ["identity.invite_staff", "", `identity.invite_staff('old@member.test', 'Ina', 'finance', ${at})`, "email_taken", "email"],
  ["identity.suspend", "", `identity.suspend(${nobody}, true)`, "payload_changed"],
  ["identity.write_note", "", `identity.write_note(${nobody}, 903, 'note', ${at})`, "not_found"],
  ["desk.staff_colleague", "", `desk.staff_colleague('${staff}', ${nobody})`, "not_found"],
  ["desk.staff_colleague_add", "", add("ann@member.test"), "email_taken", "email"],
  ["desk.staff_colleague_add", "", add("fin@staff.test"), "email_taken", "email"],
  ["desk.staff_colleague_add", "", add("ina@staff.test", " "), "invalid_input", "name"],
  ["desk.staff_colleague_add", "", add("ina@staff.test", "Ina", "owner"), "invalid_input", "role"],
  ["desk.staff_colleague_add", "", add("ina@staff.test", "Ina", "support", " "), "note_required", "reason"],
  ["desk.staff_colleague_add", "", add("ina@staff.test", "Ina", "support", "reason", "nobody@member.test"), "not_found", "member"],
  ["desk.staff_colleague_add", "", add("ina@staff.test", "Ina", "support", "reason", "ann@member.test"), "member_linked", "member"],
  ["desk.staff_colleague_change", "", change(nobody), "not_found"],
  ["desk.staff_colleague_change", "", change(id(903)), "own_role", "role"],
  ["desk.staff_colleague_change", other, change(id(905), "support"), "invalid_input", "role"],
  ["desk.staff_colleague_change", `${other}; update identity.staff set role = 'finance' where id = 905`, change(id(905), "support"), "too_few_approvers", "role"],
  ["desk.staff_setting", "", `desk.staff_setting('${staff}', 'none')`, "not_found"],
  ["desk.staff_setting_change", "", setting("none", "a", "b"), "not_found"],
  ["desk.staff_setting_change", "", setting("company", "Another", "Other"), "setting_changed", "value"],
  ["desk.staff_setting_change", "", setting("company", "Coffer", "Coffer"), "invalid_input", "value"],
  ["desk.staff_setting_change", "", setting("company", "Coffer", "Other", " "), "note_required", "reason"],
  ["desk.staff_member_suspend", "", `desk.staff_member_suspend('${staff}', ${nobody}, true, 'reason', ${key})`, "not_found"],
  ["desk.staff_member_suspend", "", `desk.staff_member_suspend('${staff}', ${id(901)}, true, 'reason', ${key})`, "same_person"],
  ["desk.staff_member_suspend", "", `desk.staff_member_suspend('${staff}', ${id(902)}, false, 'reason', ${key})`, "invalid_input", "suspend"],
  ["desk.staff_member_suspend", "", `desk.staff_member_suspend('${staff}', ${id(902)}, true, ' ', ${key})`, "note_required", "reason"],
];

test("each guard refuses by itself, at its field", async () => {
  expect(await wrongRefusals(rows, guards)).toEqual([]);
});
