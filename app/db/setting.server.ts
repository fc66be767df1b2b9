/** What the operator has set: every setting with its bounds and its history. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { count, id, instant, maybe } from "./shapes.server";

export const setting = z.object({
  key: z.string(),
  value: z.string(),
  kind: z.enum(["text", "integer", "decimal", "boolean", "currency", "timezone"]),
  /** changed by a request that somebody else approves */
  touches_money: z.boolean(),
  least: maybe(z.string()),
  most: maybe(z.string()),
  choices: maybe(z.array(z.string())),
  description: z.string(),
  changed_at: maybe(instant),
  /** a change that waits for approval */
  request: maybe(id),
});
export type Setting = z.output<typeof setting>;

const settingsSchema = z.object({ settings: z.array(setting) });

export function staffSettings(token: string): Promise<z.output<typeof settingsSchema>> {
  return read(settingsSchema, sql`select desk.staff_settings(p_token => ${token}::text) as answer`);
}

const settingSchema = z.object({
  setting,
  currencies: z.array(z.string()),
  versions: z.array(
    z.object({ no: count, before: z.string(), value: z.string(), by: z.string(), at: instant, reason: z.string(), request: maybe(id), approved_by: maybe(z.string()) }),
  ),
});

/** One setting with its history, newest first. Throws `not_found`. */
export function staffSetting(token: string, key: string): Promise<z.output<typeof settingSchema>> {
  return read(settingSchema, sql`select desk.staff_setting(p_token => ${token}::text, p_setting => ${key}::text) as answer`);
}

type Change = { setting: string; before: string; value: string; reason: string; key: string };

/** Changes it, or answers the request that waits. Throws `invalid_input` (reason, least, most), `setting_changed`, `rail_below_plans`, `already_open`, `note_required`. */
export function staffSettingChange(token: string, change: Change): Promise<{ request: string | null }> {
  return ask(
    z.object({ request: maybe(id) }),
    sql`select desk.staff_setting_change(p_token => ${token}::text, p_setting => ${change.setting}::text, p_before => ${change.before}::text, p_value => ${change.value}::text,
      p_reason => ${change.reason}::text, p_key => ${change.key}::uuid) as answer`,
  );
}
