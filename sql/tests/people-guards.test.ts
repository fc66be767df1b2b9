/** Guards of staff, settings, notes and announcements, each reached directly on good rows with a call that breaks nothing else (spec 8, row 30). */
import { afterAll, beforeAll, expect, test } from "vitest";

import { member, openGuarded, staff, wrongRefusals, type Guard } from "./support/guards";
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

const viewed = `update identity.sessions set viewer_id = 903, view_reason = 'why', expires_at = created_at + interval '15 minutes' where token_hash = sha256('${member}')`;

const announce = (one: string, audience = "all", texts = '{"title_en": "a", "body_en": "b"}') => `messaging.save_announcement(${one}, '${audience}', ${at}, null, '${texts}', 903, ${at})`;

const guards: readonly Guard[] = [
  ["core.change_setting", "", `core.change_setting('none', 'a', 'b', 903, 'reason', null, ${at})`, "not_found"],
  ["core.change_setting", "", `core.change_setting('company', 'Coffer', 'Coffer', 903, 'reason', null, ${at})`, "invalid_input", "value"],
  ["identity.change_staff", "", `identity.change_staff(${nobody}, 'finance', true, null)`, "not_found"],
  ["identity.require_untouched", "", "identity.require_untouched()", "already_set_up"],
  ["identity.begin_with_staff", "", "identity.begin_with_staff()", "already_set_up"],
  ["identity.invite_staff", "", `identity.invite_staff('old@member.test', 'Ina', 'finance', ${at})`, "email_taken", "email"],
  ["identity.suspend", "", `identity.suspend(${nobody}, true)`, "payload_changed"],
  ["identity.write_note", "", `identity.write_note(${nobody}, 903, 'note', ${at})`, "not_found"],
  ["messaging.dismiss_announcement", "", `messaging.dismiss_announcement(${id(160)}, 901, ${at})`, "not_found"],
  ["messaging.publish_announcement", "", `messaging.publish_announcement(${nobody}, 1, 903, ${at})`, "not_found"],
  ["messaging.publish_announcement", "", `messaging.publish_announcement(${id(160)}, 1, 903, ${at})`, "announcement_withdrawn"],
  ["messaging.publish_announcement", "update messaging.announcements set withdrawn_at = null, withdrawn_by = null", `messaging.publish_announcement(${id(160)}, 2, 903, ${at})`, "announcement_changed"],
  ["messaging.withdraw_announcement", "", `messaging.withdraw_announcement(${nobody}, 903, ${at})`, "not_found"],
  ["messaging.save_announcement", "", announce("null", "some"), "invalid_input", "audience"],
  ["messaging.save_announcement", "", announce("null", "all", "{}"), "announcement_missing", "title_en"],
  ["messaging.save_announcement", "", announce("null", "all", '{"title_en": "a"}'), "announcement_missing", "body_en"],
  ["messaging.save_announcement", "", announce("null", "all", '{"title_en": "a", "body_en": "b", "title_es": "c"}'), "announcement_missing", "body_es"],
  ["messaging.save_announcement", "", announce("null", "all", '{"title_en": "a", "body_en": "b", "body_hi": "c"}'), "announcement_missing", "title_hi"],
  ["messaging.save_announcement", "", `messaging.save_announcement(null, 'all', ${at}, ${at}, '{"title_en": "a", "body_en": "b"}', 903, ${at})`, "period_reversed", "until_on"],
  ["messaging.save_announcement", "", announce(nobody), "not_found"],
  ["messaging.save_announcement", "", announce(id(160)), "announcement_withdrawn"],
  ["desk.staff_announcement_save", "", `desk.staff_announcement_save('${staff}', null, 'all', '5874897-12-31', null, '{}', ${key})`, "invalid_input", "from_on"],
  ["desk.staff_announcement_save", "", `desk.staff_announcement_save('${staff}', null, 'all', null, '5874897-12-31', '{}', ${key})`, "invalid_input", "until_on"],
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
  ["desk.staff_view_begin", "", `desk.staff_view_begin('${staff}', ${nobody}, 'reason', '${"v".repeat(43)}', ${key})`, "not_found"],
  ["desk.staff_view_begin", "update identity.members set status = 'claimed' where id = 902", `desk.staff_view_begin('${staff}', ${id(902)}, 'reason', '${"v".repeat(43)}', ${key})`, "not_found"],
  ["desk.staff_view_begin", "", `desk.staff_view_begin('${staff}', ${id(902)}, ' ', '${"v".repeat(43)}', ${key})`, "note_required", "reason"],
  ["identity.begin_view", "", "identity.begin_view('short', 902, 903, 'reason')", "invalid_input", "token"],
  ["desk.auth_view_end", "", `desk.auth_view_end('${member}')`, "signed_out"],
  ["identity.enter", viewed, `desk.member_notice_read('${member}', ${id(26)}, true)`, "cannot execute UPDATE in a read-only transaction"],
  ["identity.enter", viewed, `desk.member_transfer('${member}', 'USD', '1.00', ${key})`, "viewing_only"],
  ["identity.enter", `${viewed}; update identity.staff set active = false`, `desk.member_home('${member}')`, "signed_out"],
  ["identity.in_person", viewed, `desk.member_record('${member}')`, "viewing_only"],
];

test("each guard refuses by itself, at its field", async () => {
  expect(await wrongRefusals(rows, guards)).toEqual([]);
});
