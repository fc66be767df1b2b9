/**
 * Drawn companies come from elsewhere: what their files add up to is what lies in wallets and accounts afterwards, their tree counts what a recount counts, and their contracts have earned, and go on earning, day by day what the
 * same contracts earn that began here.
 */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, type Desk } from "./support/builders";
import { testDatabase, type TestDatabase } from "./support/database";
import { contradictions, importing, memberLines } from "./support/imports";

const plans = [{ name: "Thin plan", daily_rate: "0.13", duration: 60 }, { name: "Odd plan", daily_rate: "0.1237", duration: 45 }];
const wallets = ["DEPOSIT", "INTEREST", "EARNINGS"];
const cutover = "2027-02-28";

let database: TestDatabase;
let desk: Desk;
let staff: Record<"admin" | "finance" | "second", Awaited<ReturnType<Desk["staff"]>>>;
let methods: { USD: string; INR: string };
/** Contracts that began here, of which each drawn one is a copy: terms, and what they had earned when the old books closed. */
let twins: { id: string; plan: string; amount: string; start_on: string; earned: string }[];

/** Cents as a decimal. */
const decimal = (cents: bigint | number): string => {
  const text = String(cents).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
};
const drawing = (seed: number) => {
  let state = seed;
  return (sides: number): number => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * sides); };
};

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  const roll = drawing(11);
  await desk.clock("2027-01-20T10:00:00Z");
  await desk.set({ sign_on_bonus: "0" });
  const operations = await desk.staff("operations");
  staff = { admin: await desk.staff("admin"), finance: await desk.staff("finance"), second: await desk.staff("finance") };
  methods = { USD: await desk.method(), INR: await desk.method("INR") };
  /** Whatever needs a second person has one. */
  const agree = async () => {
    for (const { id } of await desk.sql<{ id: string }>("select r.id from approval.requests r where r.state = 'pending'")) await desk.decide(staff.second, id);
    await desk.settle();
  };
  const bought: string[] = [];
  for (const plan of plans) bought.push(await desk.plan(operations, staff.finance, { ...plan, minimum: "1.00", maximum: "90000.00" }) as string);
  await desk.fund("returns", "USD", "900000.00", methods.USD, operations, staff.finance);
  await agree();
  await desk.ask("staff_vehicle_save", { token: staff.admin.token, vehicle: null, name: "Old car", price: "9000.00", currency: "INR", active: true, picture: null, key: randomUUID() });
  const native = await desk.member("native");
  await desk.deposit(native, "500000.00", methods.USD, staff.finance);
  await agree();
  for (const day of ["20", "27", "31"]) {
    await desk.clock(`2027-01-${day}T10:00:00Z`);
    for (const plan of bought) for (let n = 0; n < 3; n += 1) await desk.invest(native, plan, decimal(100 + roll(900_000)));
  }
  await desk.clock("2027-03-01T10:00:00Z");
  await desk.accrue("2027-02-28");
  twins = await desk.sql(
    `select i.id::text, p.name as plan, core.format_amount(i.amount, i.currency) as amount, i.start_on::text, core.format_amount((select coalesce(sum(a.amount), 0)::bigint from invest.accruals a where a.investment_id = i.id), i.currency) as earned
       from invest.investments i join invest.plan_versions v on v.id = i.version_id join invest.plans p on p.id = v.plan_id`);
  expect(twins).toHaveLength(18);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const sums = async () => {
  const rows = await desk.sql<{ account: string; sum: string }>("select kind || ' ' || currency as account, sum(balance)::text as sum from ledger.balances group by 1");
  return (account: string): bigint => BigInt(rows.find((row) => row.account === account)?.sum ?? "0");
};

test.each([3, 71, 1_009, 20_011, 400_009])("company %i", async (seed) => {
  const roll = drawing(seed);
  const people = Array.from({ length: 4 + roll(24) }, (_, n) => `P${seed}-${n}`);
  const anybody = () => people[roll(people.length)] ?? "";
  const before = await sums();

  // Wallets and contracts, in one currency.
  const held: Record<string, bigint> = { DEPOSIT: 0n, INTEREST: 0n, EARNINGS: 0n };
  const balances = people.flatMap((who) => wallets.filter(() => roll(3) > 0).map((wallet) => {
    const cents = 1 + roll(5_000_000);
    held[wallet] = (held[wallet] ?? 0n) + BigInt(cents);
    return `${who},${wallet},${decimal(cents)}`;
  }));
  const copies = Array.from({ length: 1 + roll(12) }, (_, n) => ({ reference: `K${seed}-${n}`, twin: twins[roll(twins.length)] ?? twins[0] }));
  const principal = copies.reduce((sum, { twin }) => sum + BigInt((twin?.amount ?? "0").replace(".", "")), 0n);
  const deployed = principal / BigInt(1 + roll(4));
  const said = await importing(desk, staff).bring({ currency: "USD", cutover, method: methods.USD, deployed: decimal(deployed) }, {
    members: memberLines(...people),
    balances: ["member,wallet,amount", ...balances],
    investments: ["reference,member,plan,version,amount,start_on,accrued", ...copies.map(({ reference, twin }) => `${reference},${anybody()},${twin?.plan},1,${twin?.amount},${twin?.start_on},${twin?.earned}`)],
  });

  // A tree and the sales that count in it, in the network's.
  const free = new Map<string, string[]>([["", ["L", "R"]]]);
  const [root] = await desk.sql<{ l: boolean; r: boolean }>("select bool_or(n.side = 'L') as l, bool_or(n.side = 'R') as r from network.nodes n join network.nodes c on c.id = n.parent_id and c.parent_id is null");
  free.set("", [root?.l ? "" : "L", root?.r ? "" : "R"].filter(Boolean));
  const placed: { who: string; parent: string; side: string }[] = [];
  for (const who of people) {
    const open = [...free].filter(([parent, sides]) => sides.length > 0 && (parent !== "" || placed.length === 0));
    const [parent, sides] = open[roll(open.length)] ?? ["", []];
    if (sides.length === 0) break;
    const side = sides.splice(roll(sides.length), 1)[0] ?? "L";
    placed.push({ who, parent, side });
    free.set(who, ["L", "R"]);
  }
  const paid = new Map<string, number>();
  const bookings = people.filter(() => roll(3) > 0).map((who, n) => {
    const cents = [0, 400_000, 500_000, 800_000][roll(4)] ?? 0;
    paid.set(who, cents);
    return `B${seed}-${n},${who},Old car,8000.00,${decimal(cents)},,`;
  });
  // Counted here by walking up from every sale that qualifies, as it was agreed upon: 5,000.00 and above.
  const legs = new Map(placed.map(({ who }) => [who, { L: 0, R: 0 }]));
  const above = new Map(placed.map(({ who, parent, side }) => [who, { parent, side }]));
  for (const { who } of placed) {
    if ((paid.get(who) ?? 0) < 500_000) continue;
    for (let at = above.get(who); at && at.parent !== ""; at = above.get(at.parent)) {
      const leg = legs.get(at.parent);
      if (leg) leg[at.side === "L" ? "L" : "R"] += 1;
    }
  }
  const carried = new Map(placed.map(({ who }) => { const { L, R } = legs.get(who) ?? { L: 0, R: 0 }; return [who, roll(Math.min(L, R) + 1)]; }));
  if (placed.length > 0 || bookings.length > 0) {
    await importing(desk, staff).bring({ currency: "INR", cutover, method: methods.INR }, {
      tree: ["member,parent,side,sponsor,pairs", ...placed.map(({ who, parent, side }) => `${who},${parent},${side},,${carried.get(who) ?? 0}`)],
      bookings: ["reference,member,vehicle,price,paid,parts,part_day", ...bookings],
    });
  }

  const after = await sums();
  const moved = (account: string): bigint => after(account) - before(account);
  for (const wallet of wallets) expect(moved(`${wallet} USD`), wallet).toBe(held[wallet]);
  expect(moved("INVESTED USD")).toBe(principal);
  const owed = principal + wallets.reduce((sum, wallet) => sum + (held[wallet] ?? 0n), 0n);
  expect(said.totals).toMatchObject({ owed: decimal(owed), bank: decimal(owed - deployed), principal: decimal(principal) });
  expect(moved("deployed_capital USD")).toBe(deployed);
  const [bank] = await desk.sql<{ sum: string }>(
    "select coalesce(sum(l.amount), 0)::text as sum from ledger.lines l join ledger.journals j on j.id = l.journal_id join funding.methods m on m.account_id = l.account_id where j.kind = 'opening' and j.cause = (select request_id from office.imports i where i.currency = 'USD' order by i.made_at desc, i.id desc limit 1)");
  expect(BigInt(bank?.sum ?? "0")).toBe(owed - deployed);

  const nodes = await desk.sql<{ origin: string; l: number; r: number; matched: number; carried: number }>(
    "select m.origin, n.left_count::int as l, n.right_count::int as r, n.matched, n.carried from network.nodes n join identity.members m on m.id = n.member_id where m.origin like $1", [`P${seed}-%`]);
  expect(new Map(nodes.map(({ origin, ...rest }) => [origin, rest]))).toEqual(new Map(placed.map(({ who }) => [who, { l: legs.get(who)?.L, r: legs.get(who)?.R, matched: carried.get(who), carried: carried.get(who) }])));

  const days = (investment: string) => desk.sql("select k, amount::text from invest.accruals where investment_id = $1 order by k", [investment]);
  for (const { reference, twin } of copies) {
    const [copy] = await desk.sql<{ id: string }>("select c.investment_id::text as id from invest.carried c where c.origin = $1", [reference]);
    expect(await days(copy?.id ?? ""), reference).toEqual(await days(twin?.id ?? ""));
  }
  expect(await contradictions(desk)).toEqual([]);
});

test("they go on day by day as their twins do, to the end", async () => {
  await desk.clock("2027-04-10T10:00:00Z");
  await desk.accrue("2027-04-09");
  const differing = await desk.sql(
    `with whole as (select i.id, i.amount, i.version_id, i.start_on, i.state, c.origin, (select string_agg(a.k || ':' || a.amount, ' ' order by a.k) from invest.accruals a where a.investment_id = i.id) as days
       from invest.investments i left join invest.carried c on c.investment_id = i.id)
     select w.origin from whole w where w.origin is not null and not exists (select from whole t where t.origin is null and (t.amount, t.version_id, t.start_on, t.state, t.days) = (w.amount, w.version_id, w.start_on, w.state, w.days))`);
  expect(differing).toEqual([]);
  expect(await desk.sql("select distinct state from invest.investments")).toEqual([{ state: "matured" }]);
  expect(await desk.sql("select sum(balance)::text as sum from ledger.balances where kind = 'INVESTED'")).toEqual([{ sum: "0" }]);
  expect(await contradictions(desk)).toEqual([]);
});
