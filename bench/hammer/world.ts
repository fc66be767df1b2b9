/** A company that is about to be hammered: staff, methods, plans in three time zones, members with money, and what the clients share. */
import type { Desk } from "../../sql/tests/support/builders";
import { randomFrom, type Random } from "./random";

export type Member = { token: string; email: string; code: string; destinations: string[] };
export type Person = { token: string };
export type Command = { name: string; args: Record<string, unknown>; answer: string };
type Answer = Awaited<ReturnType<Desk["ask"]>>;
/** A command with a request key, and what was answered. */
export type Acknowledged = { name: string; args: Record<string, unknown>; answer: Answer; by: string };

/** What one client learns, every other may use: that is where they meet. */
export type World = {
  desk: Desk;
  members: Member[];
  finance: Person[];
  operations: Person[];
  methods: string[];
  plans: string[];
  requests: string[];
  made: { request: string; by: Person }[];
  openDeposits: { id: string; by: Member }[];
  openWithdrawals: { id: string; by: Member }[];
  approved: string[];
  sent: string[];
  investments: { id: string; by: Member }[];
  commands: Command[];
  /** every command that was answered, in the order of the answers: what the model believes */
  acknowledged: Acknowledged[];
  /** e-mail of whoever a session belongs to */
  owners: Map<string, string>;
  /** e-mails of the referred, and of who referred them */
  referrers: Map<string, string>;
  people: number;
  /** answers that differ from the first one for the same key and body */
  differences: string[];
};

export type Client = { world: World; random: Random };

const zones = ["UTC", "Asia/Kolkata", "America/New_York"];

export async function buildWorld(desk: Desk, seed: number): Promise<World> {
  const random = randomFrom(seed);
  await desk.sql("update core.clock set sandbox = true");
  await desk.set({ two_person_above: "4000", destination_cooling_hours: "0", withdrawal_fee: "0.25", otp_per_minute: "1000000", posts_per_minute: "1000000", sign_on_bonus: "5.00" });
  const staff = (role: string, count: number) => Promise.all(Array.from({ length: count }, () => desk.staff(role)));
  const [finance, operations] = [await staff("finance", 6), await staff("operations", 3)];
  const [first, maker] = [finance[0], operations[0]];
  if (!first || !maker) throw new Error("no staff");
  const methods = [await desk.method("USD", "First bank"), await desk.method("USD", "Second bank")];
  const plans: string[] = [];
  for (const [n, timezone] of zones.entries()) plans.push(await desk.plan(maker, first, { timezone, duration: 4 + 3 * n, unit: "DAYS", daily_rate: `0.1${n}`, minimum: "1.00", maximum: "5000.00" }));
  const world: World = { desk, members: [], finance, operations, methods, plans, requests: [], made: [], openDeposits: [], openWithdrawals: [], approved: [], sent: [], investments: [], commands: [], acknowledged: [], owners: new Map(), referrers: new Map(), people: 0, differences: [] };
  const [method = ""] = methods;
  await desk.fund("returns", "USD", "200.00", method, maker, first);
  await desk.fund("promo", "USD", "100.00", method, maker, first);
  for (let n = 0; n < 16; n += 1) {
    const who = await join(world, random.pick(world.members)?.code ?? null);
    const { request } = await send(world, "member_deposit_submit", { token: who.token, method, reference: null, amount: "1000.00", transaction_reference: random.uuid(), file: null, key: random.uuid() });
    await send(world, "staff_decide", { token: first.token, request, decision: "approve", note: null, payload_hash: null, received: null, key: random.uuid() });
    who.destinations.push(await desk.destination(who));
  }
  // Some money is on its way out already: a run of seconds would hardly get as far as sending and confirming.
  for (const who of world.members.slice(0, 12)) {
    const to = who.destinations[0] ?? "";
    const proof = await desk.code(who.token, "withdrawal", `withdrawal|DEPOSIT|USD|5.00|${to}`);
    const { request, withdrawal } = await send(world, "member_withdraw", { token: who.token, wallet: "DEPOSIT", currency: "USD", amount: "5.00", destination: to, key: random.uuid(), ...proof });
    await send(world, "staff_decide", { token: first.token, request, decision: "approve", note: null, payload_hash: null, received: null, key: random.uuid() });
    world.approved.push(withdrawal as string);
  }
  for (const withdrawal of world.approved.splice(0, 6)) {
    await send(world, "staff_withdrawal_sent", { token: first.token, withdrawal, method, transaction_reference: random.uuid(), key: random.uuid() });
    world.sent.push(withdrawal);
  }
  return world;
}

/** Sends a command with a request key and keeps what was answered. */
export async function send(world: World, name: string, args: Record<string, unknown>): Promise<Answer> {
  const answer = await world.desk.ask(name, args);
  world.acknowledged.push({ name, args, answer, by: world.owners.get(String(args.token)) ?? "" });
  return answer;
}

/** Somebody new, referred by somebody or by nobody. */
export async function join(world: World, referral: string | null): Promise<Member> {
  world.people += 1;
  const { token, code, email } = await world.desk.member(`hammer${world.people}`, referral);
  const who: Member = { token, code, email, destinations: [] };
  world.owners.set(token, email);
  const by = world.members.find((one) => one.code === referral);
  if (by) world.referrers.set(email, by.email);
  world.members.push(who);
  return who;
}

/** Takes a random one out of a shared list, so that mostly one client works on a thing; now and then it stays, and two meet. */
export function take<T>({ random }: Client, list: T[]): T | undefined {
  const at = random.int(list.length);
  const found = list[at];
  if (found !== undefined && !random.chance(10)) list.splice(at, 1);
  return found;
}

export function remember(world: World, name: string, args: Record<string, unknown>, answer: unknown): void {
  if (world.commands.length > 500) world.commands.splice(0, 250);
  world.commands.push({ name, args, answer: JSON.stringify(answer) });
}
