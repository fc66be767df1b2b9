/** Contracts made straight through the rule (any start date), and their accrual driven as the worker drives it, in every bad way. */
import { randomBytes } from "node:crypto";

import pg from "pg";

import type { Desk } from "../../../tests/support/builders";
import type { TestDatabase } from "../../../tests/support/database";

export type Plan = { id: string; version: string; rate: string; duration: number; unit: string; timezone: string };
export type Contract = { id: string; member: string; plan: Plan; amount: bigint; start: string; end: string; days: number; total: bigint };
export type Style = "plain" | "twice" | "two workers" | "killed" | "interrupted";

const first = <T>(rows: T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error("nothing was answered");
  return row;
};

/** Members by the dozen, each with as much in DEPOSIT as anybody could invest. */
export async function investor(desk: Pick<Desk, "sql">, currency = "USD"): Promise<string> {
  const name = randomBytes(6).toString("hex");
  const { id } = first(await desk.sql<{ id: string }>("insert into identity.members (email, first_name, last_name, referral_code, terms_version, terms_accepted_at, joined_at) values ($1, $2, 'Test', core.random_code(8), '1', now(), now()) returning id::text", [`${name}@example.test`, name]));
  await desk.sql("select ledger.post('deposit', '2027-01-01', null, null, array[(ledger.operator_account('bank:operator', $2), 1000000000000, null)::ledger.line, (ledger.wallet($1, 'DEPOSIT', $2), -1000000000000, null)::ledger.line])", [id, currency]);
  return id;
}

export async function plan(desk: Pick<Desk, "sql">, terms: Omit<Plan, "id" | "version">, currency = "USD"): Promise<Plan> {
  const { id } = first(await desk.sql<{ id: string }>("insert into invest.plans (name, currency, timezone, state, created_at) values ($1, $2, $3, 'active', now()) returning id", [`Plan ${randomBytes(3).toString("hex")}`, currency, terms.timezone]));
  const { version } = first(await desk.sql<{ version: string }>("select (invest.draft_version($1, $2, '0.01', '10000000.00', $3, $4, '0', '', '', '2020-01-01', now())).id as version", [id, terms.rate, terms.duration, terms.unit]));
  await desk.sql("select invest.activate_version($1, '2020-01-01')", [version]).catch(() => desk.sql("update invest.plan_versions set state = 'active' where id = $1", [version]));
  return { id, version, ...terms };
}

const opened = `select i.id::text, i.end_on::text as "end", i.days, i.total::text from invest.plans p, invest.plan_versions v, invest.open($1, p, v, 'DEPOSIT', $2, $3, 0, $3::date::timestamptz) i where p.id = $4 and v.id = $5`;

export async function open(desk: Pick<Desk, "sql">, member: string, terms: Plan, amount: bigint, start: string, through?: pg.ClientBase): Promise<Contract> {
  const values = [member, String(amount), start, terms.id, terms.version];
  type Row = { id: string; end: string; days: number; total: string };
  const row = first(through ? (await through.query<Row>(opened, values)).rows : await desk.sql<Row>(opened, values));
  return { id: row.id, member, plan: terms, amount, start, end: row.end, days: row.days, total: BigInt(row.total) };
}

/** A backend in the middle of a part of the run, which then dies. */
async function killed(database: TestDatabase, asOf: string, how: "killed" | "interrupted"): Promise<void> {
  const client = new pg.Client({ connectionString: database.url("coffer_worker") });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  await client.query("select desk.worker_accrual_chunk(p_as_of => $1)", [asOf]);
  if (how === "killed") await client.query("select pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
  else await client.query("rollback");
  await client.end().catch(() => undefined);
}

async function drain(desk: Pick<Desk, "job">, asOf: string): Promise<void> {
  while ((await desk.job("worker_accrual_chunk", { as_of: asOf })).claimed);
}

/** Accrues a business date as `npm start`'s worker does, but disturbed. */
export async function accrue(desk: Pick<Desk, "job">, database: TestDatabase, asOf: string, style: Style = "plain"): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    const run = await desk.job("worker_accrual_begin", { as_of: asOf });
    if (run.state === "finished") break;
    if (style === "killed" || style === "interrupted") await killed(database, run.as_of, style);
    await Promise.all(Array.from({ length: style === "two workers" ? 3 : 1 }, () => drain(desk, run.as_of)));
  }
  if (style === "twice") await accrue(desk, database, asOf);
}

export async function settle(desk: Pick<Desk, "job">): Promise<void> {
  while ((await desk.job("worker_settle")).posted > 0);
}

export const fund = (desk: Pick<Desk, "sql">, amount: bigint, currency = "USD") =>
  desk.sql("select treasury.fund('returns', $2, $1, ledger.operator_account('bank:client:a', $2), '2027-01-01', null, null)", [String(amount), currency]);
