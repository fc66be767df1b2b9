/** Two members and one of staff in front of the real sign-in pages and a real database, and what a person does there. */
import pg from "pg";

import { openSealedCode } from "../../../app/auth/code.server";
import { readToken } from "../../../app/auth/session.server";
import { closeDatabase, useDatabase } from "../../../app/db/db.server";
import { action as loginAction } from "../../../app/routes/_auth+/login";
import { action as codeAction } from "../../../app/routes/_auth+/login_.code";
import { action as staffAction } from "../../../app/routes/_auth+/login_.staff";
import { testDatabase } from "../../tests/support/database";
import { type Browser, type Answer } from "./browser";

export const ann = "ann@example.test";
export const bo = "bo@example.test";
export const fin = "fin@example.test";

export type LoginWorld = Awaited<ReturnType<typeof loginWorld>>;

export async function loginWorld() {
  process.env.SESSION_SECRETS ??= "a secret of the login tests that is long enough";
  process.env.PII_KEYS ??= `t1:${Buffer.alloc(32, 1).toString("base64")}`;
  process.env.PUBLIC_URL ??= "http://localhost:3000";
  const database = await testDatabase();
  const db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  await useDatabase({ url: database.url("coffer_web"), connections: 10 });
  for (const [email, name, mobile, code] of [[ann, "Ann", "+15550000001", "ANNANN22"], [bo, "Bo", "+15550000002", "BQBQBQ22"]]) {
    await db.query("insert into identity.members (email, first_name, last_name, mobile, referral_code, terms_version, terms_accepted_at, joined_at) values ($1, $2, 'Test', $3, $4, '1', now(), now())", [email, name, mobile, code]);
  }
  await db.query("update core.settings set value = 'false' where key = 'staff_authenticator'");
  await db.query("insert into identity.staff (email, name, role, created_at) values ($1, 'Fin', 'finance', now())", [fin]);

  return {
    db,
    /** No counter and no live code of an earlier test. */
    async fresh(): Promise<void> {
      await db.query("delete from identity.rate_counters");
      await db.query("update identity.challenges set invalidated_at = now() where used_at is null and invalidated_at is null");
    },
    /** The code in the newest mail to an address, as the person would read it. */
    async mailedCode(email: string): Promise<string> {
      const { rows } = await db.query<{ sealed: string }>("select props ->> 'sealed_code' as sealed from outbox.mails where to_email = $1 and props ? 'sealed_code' order by created_at desc, id desc limit 1", [email]);
      const sealed = rows[0]?.sealed;
      if (!sealed) throw new Error(`no code was mailed to ${email}`);
      return openSealedCode(sealed);
    },
    /** Attempts at the codes that are still live, oldest first. */
    async attempts(): Promise<number[]> {
      const { rows } = await db.query<{ attempts: number }>("select attempts from identity.challenges where used_at is null and invalidated_at is null order by created_at");
      return rows.map((row) => row.attempts);
    },
    /** As if live codes had been asked for so much earlier. */
    async age(interval: string): Promise<void> {
      await db.query("update identity.challenges set created_at = created_at - $1::interval, expires_at = expires_at - $1::interval where used_at is null and invalidated_at is null", [interval]);
    },
    async end(): Promise<void> {
      await closeDatabase();
      await db.end();
      await database.drop();
    },
  };
}

export const askFor = (browser: Browser, email: string, more: Record<string, string> = {}): Promise<Answer> => browser.post(loginAction, "/login", { email, ...more });
export const enter = (browser: Browser, code: string, more: Record<string, string> = {}): Promise<Answer> => browser.post(codeAction, "/login/code", { code, ...more });
export const askAgain = (browser: Browser): Promise<Answer> => browser.post(codeAction, "/login/code", { intent: "resend" });
export const enterSecond = (browser: Browser, code: string): Promise<Answer> => browser.post(staffAction, "/login/staff", { code });
export const tokenOf = (browser: Browser): string => readToken(browser.request("/")) ?? "";
export const wrongOf = (code: string): string => (code === "000000" ? "000001" : "000000");
