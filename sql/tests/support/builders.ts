/**
 * People and money for tests, made through the same desk functions the pages use: as the web role with session tokens, as the
 * worker role for jobs. Only the first staff, settings and the sandbox clock are set by the owner, as an operator's set-up does.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";

import pg from "pg";

import type { TestDatabase } from "./database.ts";

pg.types.setTypeParser(pg.types.builtins.INT8, (value) => value);

export type Json = Record<string, unknown> & { [key: string]: never };
type Answer = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are looked at freely in tests

const browser = "test-browser-0123456789";
const macOf = (seed: string) => createHash("sha256").update(seed).digest("hex");
export const newToken = () => randomBytes(32).toString("base64url");

/** A refusal as a test reads it: problem code, field and parameters. */
export function refusalOf(error: unknown): { code: string; field: string | null; params: Record<string, string> } | null {
  const { code, message, detail } = error as { code?: string; message?: string; detail?: string };
  if (!code?.startsWith("CF") || !message) return null;
  const parsed = JSON.parse(detail ?? "{}") as { field?: string | null; params?: Record<string, string> };
  return { code: message, field: parsed.field ?? null, params: parsed.params ?? {} };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** Connections of each role to one test database, and what tests do with them. */
export async function openDesk(db: TestDatabase, connections = 10) {
  const pool = (role: string, max: number) => {
    const made = new pg.Pool({ connectionString: db.url(role), max });
    made.on("error", () => undefined);
    return made;
  };
  const owner = pool("postgres", 4);
  const web = pool("coffer_web", connections);
  const worker = pool("coffer_worker", connections);

  const call = async (role: pg.Pool, name: string, args: Record<string, unknown> = {}): Promise<Answer> => {
    const names = Object.keys(args);
    const { rows } = await role.query(`select desk.${name}(${names.map((key, n) => `p_${key} => $${n + 1}`).join(", ")}) as answer`, names.map((key) => args[key]));
    return (rows[0] as { answer: Answer }).answer;
  };
  const ask = (name: string, args?: Record<string, unknown>) => call(web, name, args);
  const job = (name: string, args?: Record<string, unknown>) => call(worker, name, args);
  const sql = async <T extends pg.QueryResultRow = Answer>(text: string, values: unknown[] = []): Promise<T[]> => (await owner.query<T>(text, values)).rows;

  // Staff of the tests sign in by mail; those about authenticators switch it on (identity/tests/authenticators.test.ts).
  await sql("update core.settings set value = 'false' where key = 'staff_authenticator'");

  const code = async (token: string | null, purpose: string, context: string, email = "") => {
    const challenge = randomUUID();
    const mac = macOf(challenge);
    const answer = token === null
      ? await ask("auth_begin", { challenge, email, mac, sealed_code: "sealed", browser, ip: randomUUID(), language: "en" })
      : await ask("auth_step_up_begin", { token, challenge, purpose, context, mac, sealed_code: "sealed", browser, ip: randomUUID() });
    if (answer.refused) throw new Error(`no code: ${JSON.stringify(answer)}`);
    return { challenge, mac, browser };
  };

  const signIn = async (email: string) => {
    const proof = await code(null, "login", "", email);
    const token = newToken();
    const answer = await ask("auth_verify", { ...proof, new_token: token, ip: randomUUID(), user_agent: "test" });
    return { token, answer };
  };

  /** A new member with a session; referral is somebody's code. */
  const member = async (name: string, referral: string | null = null) => {
    const first = await signIn(`${name}@members.test`);
    const token = newToken();
    const mobile = `+1555${String(Number.parseInt(randomBytes(4).toString("hex"), 16)).padStart(10, "0").slice(0, 10)}`;
    const made = await ask("auth_sign_up", { token: first.token, new_token: token, first_name: name.slice(0, 80), last_name: "Test", mobile, username: null, referral, of_age: true, terms_version: "2026-11", language: "en", timezone: "UTC" });
    return { token, id: made.member as string, code: made.referral_code as string, email: `${name}@members.test` };
  };

  /** A member of staff who has taken both steps of signing in. */
  const staff = async (role: string, name = `${role}-${randomBytes(3).toString("hex")}`) => {
    const email = `${name}@staff.test`;
    await sql("insert into identity.staff (email, name, role, created_at) values ($1, $2, $3, now())", [email, name, role]);
    const first = await signIn(email);
    const proof = await code(first.token, "staff_login", "staff_login");
    const token = newToken();
    await ask("auth_staff_verify", { token: first.token, new_token: token, ...proof });
    return { token, email, name };
  };

  /** A bank method in a currency, straight into the books' set-up. */
  const method = async (currency = "USD", name = `Bank ${currency}`): Promise<string> => {
    const rows = await sql<{ id: string }>("select funding.save_method(null, $1, 'BANK', $2, null, null, $3, null, true, now()) as id",
      [name, currency, { account_name: "Client account", account_number: "1234567890", bank_name: "Test Bank" }]);
    if (!rows[0]) throw new Error("no method was made");
    return rows[0].id;
  };

  const settle = async () => {
    while ((await job("worker_settle")).posted > 0);
  };

  const set = (settings: Record<string, string>) => Promise.all(Object.entries(settings).map(([key, value]) => sql("update core.settings set value = $2 where key = $1", [key, value])));

  /** Stops the business clock at an instant; later calls move it forward. */
  const clock = (at: string) => sql("update core.clock set sandbox = true, frozen_at = $1", [at]);

  const decide = (person: { token: string }, request: string, decision: "approve" | "reject" = "approve", more: Record<string, unknown> = {}) =>
    ask("staff_decide", { token: person.token, request, decision, note: decision === "reject" ? "not in order" : null, payload_hash: null, received: null, key: randomUUID(), ...more });

  /** Money on a member's DEPOSIT, by the ordinary way. */
  const deposit = async (who: { token: string }, amount: string, methodId: string, finance: { token: string }) => {
    const made = await ask("member_deposit_submit", { token: who.token, method: methodId, reference: null, amount, transaction_reference: randomUUID(), file: null, key: randomUUID() });
    await decide(finance, made.request);
    return made;
  };

  const fund = async (treasury: string, currency: string, amount: string, methodId: string, maker: { token: string }, finance: { token: string }) => {
    const made = await ask("staff_treasury_fund", { token: maker.token, treasury, currency, amount, method: methodId, note: null, key: randomUUID() });
    await decide(finance, made.request);
    await settle();
  };

  /** A plan on sale. */
  const plan = async (maker: { token: string }, finance: { token: string }, figures: Partial<Record<string, unknown>> = {}) => {
    const made = await ask("staff_plan_create", { token: maker.token, name: `Plan ${randomBytes(3).toString("hex")}`, currency: "USD", timezone: "UTC", daily_rate: "0.10", minimum: "1.00", maximum: "1000000.00", duration: 30, unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "", key: randomUUID(), ...figures });
    await decide(finance, made.request);
    return made.plan as string;
  };

  const invest = (who: { token: string }, planId: string, amount: string, wallet = "DEPOSIT", key = randomUUID()) =>
    ask("member_invest", { token: who.token, plan: planId, version: null, wallet, amount, risk_accepted: true, key });

  const destination = async (who: { token: string }) => {
    const number = randomBytes(6).toString("hex").toUpperCase();
    const proof = await code(who.token, "destination", `destination|BANK|${number}|`);
    const made = await ask("member_destination_add", { token: who.token, type: "BANK", label: "Mine", address: null, account_name: "Me", account_number: number, ifsc: null, key: randomUUID(), ...proof });
    return made.destination.id as string;
  };

  const withdraw = async (who: { token: string }, wallet: string, amount: string, to: string, key = randomUUID(), currency = "USD") => {
    const proof = await code(who.token, "withdrawal", `withdrawal|${wallet}|${currency}|${amount}|${to}`);
    return ask("member_withdraw", { token: who.token, wallet, currency, amount, destination: to, key, ...proof });
  };

  /** Runs the accrual of a date to its end, in every zone, and settles. */
  /** Makes the what-ifs that wait, and says for a member of staff to have read that of a plan's version, where its rate asked for one. */
  const readWhatIf = async (by: { token: string }, version: unknown) => {
    while ((await job("worker_what_if", { limit: 20_000 })).more);
    const { what_if: run } = (await ask("staff_rate_what_if", { token: by.token, version, side: "lose", after: null, limit: null })) as unknown as { what_if: { id: string } | null };
    if (run !== null) await ask("staff_what_if_read", { token: by.token, what_if: run.id, key: randomUUID() });
  };
  const accrue = async (date: string) => {
    for (;;) {
      const run = await job("worker_accrual_begin", { as_of: date });
      if (run.state === "finished") break;
      while ((await job("worker_accrual_chunk", { as_of: run.as_of })).claimed);
    }
    await settle();
  };

  const wallets = async (who: { token: string }): Promise<Record<string, string>> => {
    const { wallets: list } = await ask("member_wallets", { token: who.token });
    return Object.fromEntries((list as { kind: string; balance: string }[]).map((one) => [one.kind, one.balance]));
  };

  const close = async () => {
    await Promise.all([owner.end(), web.end(), worker.end()]);
  };

  return { db, web, worker, owner, ask, job, sql, call, code, signIn, member, staff, method, settle, set, clock, decide, deposit, fund, plan, invest, destination, withdraw, readWhatIf, accrue, wallets, close };
}

/** Runs something that must be refused and answers the refusal. */
export async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refusal.code;
  }
  return "nothing was refused";
}
