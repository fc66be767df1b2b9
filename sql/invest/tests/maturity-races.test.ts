/** A choice, a maturity, a renewal and a suspension that meet: over connections of their own, none overlooks the other (spec 3.1, 3.4). */
import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";
import { tally, together, words } from "../../tests/support/race";
import { ends, maturities, starts, type Held } from "./support/matured";

let database: TestDatabase;
let desk: Desk;
let savers: Awaited<ReturnType<typeof maturities>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database, 8);
  savers = await maturities(desk);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const lastEvening = () => desk.clock("2027-03-05T23:59:00Z");
async function contract(): Promise<Held> {
  await desk.clock(`${starts}T12:00:00Z`);
  return savers.contract();
}

/** A transaction that stays open until it is told. */
async function opened(role: "coffer_web" | "coffer_worker" | "postgres", text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: database.url(role) });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("begin");
  await client.query(text, values);
  return {
    ends: async (how: "commit" | "rollback") => {
      await client.query(how);
      await client.end();
    },
  };
}

/** Until somebody waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await desk.sql("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length > 0) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  throw new Error("nobody waits");
}

const choosing = "select desk.member_maturity_choose(p_token => $1, p_investment => $2, p_choice => $3, p_risk_accepted => true, p_key => $4)";

test.each([["renew", ["renewed"]], ["wallet", []]] as const)("a choice (%s) that is still open when the contract matures is waited for, and counts", async (choice, outcomes) => {
  const one = await contract();
  if (choice === "wallet") await savers.choose(one, "renew");
  await lastEvening();
  const last = await opened("coffer_web", choosing, [one.who.token, one.id, choice, randomUUID()]);
  const run = desk.accrue(ends);
  await somebodyWaits();
  await last.ends("commit");
  await run;
  await desk.clock(`${ends}T00:01:00Z`);
  expect(await savers.renewAll()).toEqual(outcomes);
  expect((await savers.look(one)).investment.state).toBe("matured");
  expect(await savers.faults()).toEqual([]);
});

test("a choice that comes while the contract matures waits, and is too late", async () => {
  const one = await contract();
  await lastEvening();
  await desk.job("worker_accrual_begin", { as_of: ends });
  const chunk = await opened("coffer_worker", "select desk.worker_accrual_chunk(p_as_of => $1)", [ends]);
  const choice = savers.choose(one, "renew").then(() => null, refusalOf);
  await somebodyWaits();
  await chunk.ends("commit");
  expect(await choice).toMatchObject({ code: "instruction_closed", field: "choice" });
  expect(await savers.maturityOf(one)).toMatchObject({ choice: "wallet", changes: [], renewal: null });
});

test("a maturity that is taken back leaves the choice open, and no renewal behind", async () => {
  const one = await contract();
  await savers.choose(one, "renew");
  await lastEvening();
  await desk.job("worker_accrual_begin", { as_of: ends });
  const chunk = await opened("coffer_worker", "select desk.worker_accrual_chunk(p_as_of => $1)", [ends]);
  const choice = savers.choose(one, "wallet");
  await somebodyWaits();
  await chunk.ends("rollback");
  expect(await choice).toMatchObject({ choice: "wallet" });
  await desk.accrue(ends);
  expect(await savers.renewAll()).toEqual([]);
  expect(await savers.available(one)).toMatchObject({ balance: "1000.00", held: "0.00" });
});

test("several choices at once are one after the other, and the last one noted is what happens", async () => {
  for (let round = 0; round < 5; round += 1) {
    const one = await contract();
    expect(tally(words(await together(...["renew", "wallet", "renew", "wallet"].map((choice) => () => savers.choose(one, choice)))))).toEqual({ accepted: 4 });
    const { choice, changes } = (await savers.maturityOf(one)) as { choice: string; changes: { choice: string }[] };
    // What stands is never noted again, so the history goes to and fro; the first of it is a change.
    expect([changes[0]?.choice ?? "wallet", changes.at(-1)?.choice ?? "renew"]).toEqual([choice, "renew"]);
    expect(changes.every((change, at) => change.choice !== changes[at + 1]?.choice)).toBe(true);
  }
});

test("many renewals by many workers, some of whom are killed, are one each", async () => {
  const all: Held[] = [];
  for (let n = 0; n < 6; n += 1) all.push(await contract());
  for (const one of all) await savers.choose(one, "renew");
  await savers.mature();
  // Those of the tests before are due too.
  const due = await desk.sql("select from invest.renewals where state = 'due'");
  expect(due.length).toBeGreaterThanOrEqual(all.length);
  const dying = await opened("coffer_worker", "select desk.worker_renew()");
  const [others, killed] = [Promise.all([0, 1, 2].map(() => savers.renewAll())), dying.ends("rollback")];
  await killed;
  const done = [...(await others).flat(), ...(await savers.renewAll())];
  expect(done).toEqual(due.map(() => "renewed"));
  expect(await savers.renewAll()).toEqual([]);
  for (const one of all) expect(await desk.wallets(one.who)).toMatchObject({ DEPOSIT: "0.00", INVESTED: "1000.00" });
  expect(await desk.sql("select from invest.investments i join identity.members m on m.id = i.member_id where m.email = any ($1)", [all.map(({ who }) => who.email)])).toHaveLength(12);
  for (const one of all) expect((await savers.mails(one)).map(({ template }) => template)).toEqual(["investment_confirmed", "investment_renewed"]);
  expect(await savers.faults()).toEqual([]);
});

test("who is suspended at that moment is waited for: suspended first means no new contract", async () => {
  const one = await contract();
  await savers.choose(one, "renew");
  await savers.mature();
  const suspension = await opened("postgres", "update identity.members set status = 'suspended' where email = $1", [one.who.email]);
  const renewing = desk.job("worker_renew");
  await somebodyWaits();
  await suspension.ends("commit");
  expect(await renewing).toMatchObject({ outcome: "returned", failed: false });
  expect((await savers.maturityOf(one)).renewal).toMatchObject({ state: "returned", reason: "suspended" });
});

test("the principal is not spent twice by whoever asks for it between its end and its renewal", async () => {
  const one = await contract();
  await savers.choose(one, "renew");
  await savers.mature();
  const outcomes = await together<unknown>(() => desk.invest(one.who, one.plan, "1000.00"), () => desk.job("worker_renew"), () => desk.invest(one.who, one.plan, "1000.00"));
  expect(words(outcomes)).toEqual(["insufficient_available", "accepted", "insufficient_available"]);
  expect(await desk.wallets(one.who)).toMatchObject({ DEPOSIT: "0.00", INVESTED: "1000.00" });
});
