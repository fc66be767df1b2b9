/**
 * Coming from elsewhere: files are checked as a whole, every fault is told with its line, two people agree, and what is posted is what was read; afterwards the
 * books are whole and everybody goes on where they stood.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";

let database: TestDatabase;
let desk: Desk;
let admin: Awaited<ReturnType<Desk["staff"]>>;
let finance: typeof admin;
let second: typeof admin;
let method: string;
let cutover: string;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-10T10:00:00Z");
  [admin, finance, second] = [await desk.staff("admin"), await desk.staff("finance"), await desk.staff("finance")];
  method = await desk.method();
  cutover = "2027-02-28";
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const begin = async (more: Record<string, unknown> = {}): Promise<string> =>
  (await desk.ask("staff_import_begin", { token: admin.token, currency: "USD", cutover_on: cutover, method, deployed: "0", key: randomUUID(), ...more })).import as string;
/** A file as lines of cells; the first line are the headings. */
const put = (one: string, kind: string, text: string) => {
  const [head = "", ...lines] = text.trim().split("\n");
  return desk.ask("staff_import_file", { token: admin.token, import: one, kind, name: `${kind}.csv`, columns: head.trim().split(","), rows: JSON.stringify(lines.map((line, n) => [String(n + 2), ...line.trim().split(",")])), key: randomUUID() });
};
const look = (one: string) => desk.ask("staff_import", { token: admin.token, import: one });
const faults = async (one: string): Promise<string[]> => ((await look(one)).faults as { file: string; line: number | null; column: string; fault: string }[]).map(({ file, line, column, fault }) => `${file} ${line ?? "-"} ${column} ${fault}`);
const submit = async (one: string): Promise<string> => (await desk.ask("staff_import_submit", { token: admin.token, import: one, key: randomUUID() })).request as string;
const approve = async (request: string) => {
  await desk.decide(finance, request);
  return desk.decide(second, request);
};
const one = async <T = string>(text: string, values: unknown[] = []): Promise<T> => Object.values((await desk.sql(text, values))[0] ?? {})[0] as T;
const balance = (origin: string, wallet: string) => one("select coalesce(sum(b.balance), 0)::text from ledger.balances b join identity.members m on m.id = b.member_id where m.origin = $1 and b.kind = $2", [origin, wallet]);
/** A digest of what an import may touch: nothing of it changes while files are checked. */
const live = () => one("select concat_ws(' ', (select count(*) from identity.members), (select count(*) from ledger.journals), (select count(*) from ledger.accounts where member_id is not null), (select count(*) from invest.investments), (select count(*) from network.nodes), (select count(*) from ev.bookings), (select count(*) from outbox.mails where template <> 'admin_request'))");
const whole = async () => {
  for (const domain of ["ledger", "treasury", "invest", "ev", "network", "payout", "referral", "approval"]) expect(await desk.sql(`select * from ${domain}.verify()`), domain).toEqual([]);
  expect(await desk.sql("select * from ledger.trial_balance() where difference <> 0").catch(() => [])).toEqual([]);
  expect(await desk.sql("select currency from treasury.coverage() where bank + deployed <> owed")).toEqual([]);
};

test("members and balances come whole, covered exactly, and nobody is mailed", async () => {
  const id = await begin();
  await put(id, "members", "reference,email,first_name,last_name,mobile,joined_on,referrer,language\nA-1,Ada@Old.Example,Ada,Lovelace,+44 20 7946 0001,2024-05-01,,es\nA-2,bob@old.example,Bob,Bell,,2025-01-31,A-1,");
  await put(id, "balances", "member,wallet,amount,currency\nA-1,DEPOSIT,1000.50,USD\nA-1,INTEREST,20.00,USD\nA-2,DEPOSIT,0.01,USD");
  expect(await look(id)).toMatchObject({ faults: [], totals: { members: "2", owed: "1020.51", bank: "1020.51", deployed: "0.00" } });
  const mails = await one("select count(*)::text from outbox.mails where template <> 'admin_request'");
  const request = await submit(id);
  await expect(put(id, "balances", "member,wallet,amount\nA-1,DEPOSIT,9.00")).rejects.toSatisfy((error) => refusalOf(error)?.code === "import_closed");
  await desk.decide(finance, request);
  expect(await one("select count(*)::text from identity.members")).toBe("0");
  await desk.decide(second, request);
  expect([await balance("A-1", "DEPOSIT"), await balance("A-1", "INTEREST"), await balance("A-2", "DEPOSIT")]).toEqual(["100050", "2000", "1"]);
  expect(await desk.sql("select kind::text, value_on::text, line_count from ledger.journals where cause = $1", [request])).toEqual([{ kind: "opening", value_on: cutover, line_count: 4 }]);
  expect(await one("select count(*)::text from outbox.mails where template <> 'admin_request'")).toBe(mails);
  expect(await one("select count(*)::text from office.import_rows")).toBe("0");
  await whole();
  const { token } = await desk.signIn("ada@old.example");
  expect(await desk.ask("member_home", { token })).toBeTruthy();
});
