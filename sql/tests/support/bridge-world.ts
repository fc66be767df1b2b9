/**
 * A small company with a little history, made through the bridge and nothing else: staff, a method, a plan on sale, a funded treasury, Ann
 * and Bo whom she brought, Bo's deposit, investment and first credit. Only staff and their sessions are put in by hand, because
 * staff are made by the operator's console.
 */
import { randomUUID } from "node:crypto";

import pg from "pg";

import { newToken } from "../../../app/auth/cookies.server";
import { staffDecide, staffRequests } from "../../../app/db/approval.server";
import { closeDatabase, useDatabase } from "../../../app/db/db.server";
import { memberDepositForm, memberDepositSubmit, memberFileAdd, staffMethodSave } from "../../../app/db/funding.server";
import { authBegin, authSignUp, authVerify } from "../../../app/db/identity.server";
import { memberInvest, staffPlanCreate } from "../../../app/db/invest.server";
import { publicSite } from "../../../app/db/public.server";
import { sandboxClockMove } from "../../../app/db/sandbox.server";
import { staffTreasuryFund } from "../../../app/db/treasury.server";
import { testDatabase } from "./database";

export type BridgeWorld = Awaited<ReturnType<typeof bridgeWorld>>;

const hex64 = (): string => (randomUUID() + randomUUID()).replaceAll("-", "");

export async function bridgeWorld() {
  process.env.SESSION_SECRETS ??= "a secret of the bridge tests that is long enough";
  process.env.PII_KEYS ??= `t1:${Buffer.alloc(32, 1).toString("base64")}`;
  process.env.PUBLIC_URL ??= "http://localhost:3000";
  const database = await testDatabase();
  const db = new pg.Client({ connectionString: database.url("postgres") });
  await db.connect();
  await db.query("update core.clock set sandbox = true");
  await useDatabase({ url: database.url("coffer_web") });

  /** Runs the worker's jobs that fall due, as the worker's role. */
  async function accrue(asOf: string): Promise<void> {
    const worker = new pg.Client({ connectionString: database.url("coffer_worker") });
    await worker.connect();
    await worker.query("select desk.worker_accrual_begin(p_as_of => $1::date)", [asOf]);
    for (let claimed = true; claimed; ) {
      const { rows } = await worker.query<{ answer: { claimed: boolean } }>("select desk.worker_accrual_chunk(p_as_of => $1::date) as answer", [asOf]);
      claimed = rows[0]?.answer.claimed ?? false;
    }
    await worker.query("select desk.worker_settle(p_treasury => null, p_limit => 1000)");
    await worker.end();
  }

  async function staff(name: string, role: string): Promise<string> {
    const token = newToken();
    const { rows } = await db.query<{ id: string }>("insert into identity.staff (email, name, role, created_at) values ($1, $2, $3, now()) returning id", [`${name.toLowerCase()}@staff.test`, name, role]);
    await db.query("select identity.issue_session($1, 'staff', $2, 2::smallint, '192.0.2.9', 'test')", [token, rows[0]?.id]);
    return token;
  }

  const site = await publicSite();

  async function member(name: string, mobile: string, referral: string | null): Promise<{ token: string; code: string; id: string }> {
    await db.query("delete from identity.rate_counters");
    const challenge = randomUUID();
    const mac = hex64();
    const browser = `browser-of-${name}-0123456789`;
    await authBegin({ challenge, email: `${name.toLowerCase()}@member.test`, mac, sealedCode: "sealed", browser, ip: "192.0.2.1", language: "en", referral });
    const signUpToken = newToken();
    await authVerify({ challenge, mac, browser, newToken: signUpToken, ip: "192.0.2.1", userAgent: "test" });
    const token = newToken();
    const person = { firstName: name, lastName: "Test", mobile, username: `${name.toLowerCase()}_test`, referral, ofAge: true, termsVersion: site.terms_version, language: "en", timezone: "UTC" };
    const { member: id, referral_code: code } = await authSignUp(signUpToken, token, person);
    return { token, code, id };
  }

  const operations = await staff("Opal", "operations");
  const finance = await staff("Fin", "finance");
  const second = await staff("Fay", "finance");

  /** Decides every request that waits, with as many people as it needs. */
  async function decideAll(decision: "approve" | "reject" = "approve", note: string | null = null): Promise<void> {
    for (const token of [finance, second]) {
      const { items } = await staffRequests(token, { state: "pending" }, { limit: 100 });
      for (const { id, may_decide } of items) if (may_decide) await staffDecide(token, { request: id, decision, note, payloadHash: null, received: null, key: randomUUID() });
    }
  }

  const { method } = await staffMethodSave(operations, {
    method: null,
    name: "Main bank",
    type: "BANK",
    currency: "USD",
    address: null,
    instructions: null,
    details: { account_name: "Coffer", account_number: "12345678", bank_name: "First Bank", ifsc: null, upi_id: null },
    minimum: "10.00",
    active: true,
    key: randomUUID(),
  });
  const { plan } = await staffPlanCreate(operations, {
    name: "Steady",
    currency: "USD",
    timezone: "UTC",
    dailyRate: "0.10",
    minimum: "100.00",
    maximum: "4000.00",
    duration: 10,
    unit: "DAYS",
    referralRate: "3.00",
    description: "Ten days.",
    riskText: "You can lose money.",
    key: randomUUID(),
  });
  for (const treasury of ["returns", "commission", "promo"]) {
    await staffTreasuryFund(operations, { treasury, currency: "USD", amount: "500.00", method, note: null, key: randomUUID() });
  }
  await decideAll();

  const ann = await member("Ann", "+15550000001", null);
  const bo = await member("Bo", "+15550000002", ann.code);

  const { reference } = await memberDepositForm(bo.token, method);
  const { file } = await memberFileAdd(bo.token, { file: randomUUID(), name: "proof.pdf", mime: "application/pdf", bytes: 1234, sha256: "ab".repeat(32) });
  const { deposit } = await memberDepositSubmit(bo.token, { method, reference, amount: "2000.00", transactionReference: "TX-1", file, key: randomUUID() });
  await decideAll();
  const { investment } = await memberInvest(bo.token, { plan, version: null, wallet: "DEPOSIT", amount: "1000.00", riskAccepted: true, key: randomUUID() });
  const { business_now } = await sandboxClockMove("1 day");
  await accrue(business_now.slice(0, 10));

  return {
    db,
    staff,
    operations,
    finance,
    ann,
    bo,
    method,
    plan,
    deposit,
    file,
    investment,
    decideAll,
    accrue,
    end: async () => {
      await closeDatabase();
      await db.end();
      await database.drop();
    },
  };
}
