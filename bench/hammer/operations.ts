/** Every operation of the money path, as one step of one client. Each answers a word for its outcome; refusals are thrown. */
import { join, remember, send, take, type Client, type Member } from "./world";

export type Operation = (client: Client) => Promise<string>;

/** Nothing of the kind is there to work on: neither accepted nor refused. */
export const idle = "idle";

const someone = ({ world, random }: Client): Member => {
  const found = random.pick(world.members);
  if (!found) throw new Error("no members");
  return found;
};
const staffOf = <T>({ random }: Client, list: T[]): T => {
  const found = random.pick(list);
  if (!found) throw new Error("no staff");
  return found;
};

/** Sends a command with a key and keeps it, to be sent again later. */
async function command(client: Client, name: string, args: Record<string, unknown>) {
  const body = { ...args, key: client.random.uuid() };
  const answer = await send(client.world, name, body);
  remember(client.world, name, body, answer);
  return answer;
}

const deposit: Operation = async (client) => {
  const { world, random } = client;
  const by = someone(client);
  const answer = await command(client, "member_deposit_submit", { token: by.token, method: random.pick(world.methods), reference: null, amount: random.amount(random.chance(10) ? 9_000 : 900), transaction_reference: random.uuid(), file: null });
  world.requests.push(answer.request as string);
  world.openDeposits.push({ id: answer.deposit as string, by });
  return "accepted";
};

const decide: Operation = async (client) => {
  const { world, random } = client;
  const request = take(client, world.requests);
  if (request === undefined) return idle;
  const reject = random.chance(12);
  const answer = await command(client, "staff_decide", { token: staffOf(client, world.finance).token, request, decision: reject ? "reject" : "approve", note: reject ? "not in order" : null, payload_hash: null, received: null });
  if (answer.state === "pending") world.requests.push(request);
  if (answer.state === "approved") {
    const [row] = await world.desk.sql<{ id: string }>("select w.id from approval.requests r join funding.withdrawals w on w.id = r.subject_id where r.id = $1", [request]);
    if (row) world.approved.push(row.id);
  }
  return "accepted";
};

const invest: Operation = async (client) => {
  const { world, random } = client;
  const by = someone(client);
  const answer = await command(client, "member_invest", { token: by.token, plan: random.pick(world.plans), version: null, wallet: random.chance(80) ? "DEPOSIT" : "INTEREST", amount: random.amount(250), risk_accepted: true });
  world.investments.push({ id: answer.investment as string, by });
  return "accepted";
};

const transfer: Operation = async (client) => {
  await command(client, "member_transfer", { token: someone(client).token, currency: "USD", amount: client.random.amount(3) });
  return "accepted";
};

const withdraw: Operation = async (client) => {
  const { world, random } = client;
  const by = someone(client);
  const to = random.pick(by.destinations);
  if (to === undefined) return idle;
  const [wallet, amount] = [random.chance(85) ? "DEPOSIT" : "INTEREST", random.amount(random.chance(5) ? 6_000 : 200)];
  const [challenge, mac, browser] = [random.uuid(), random.uuid().replaceAll("-", "").repeat(2), `hammer-${random.uuid()}`];
  await world.desk.ask("auth_step_up_begin", { token: by.token, challenge, purpose: "withdrawal", context: `withdrawal|${wallet}|USD|${amount}|${to}`, mac, sealed_code: "sealed", browser, ip: random.uuid() });
  const wrong = random.chance(4);
  const answer = await command(client, "member_withdraw", { token: by.token, wallet, currency: "USD", amount, destination: to, challenge, mac: wrong ? "0".repeat(64) : mac, browser });
  if (answer.outcome !== "requested") return `code ${String(answer.outcome)}`;
  world.requests.push(answer.request as string);
  world.openWithdrawals.push({ id: answer.withdrawal as string, by });
  return "accepted";
};

const cancel: Operation = async (client) => {
  const { world, random } = client;
  const kind = random.chance(50) ? "deposit" : "withdrawal";
  const found = take(client, kind === "deposit" ? world.openDeposits : world.openWithdrawals);
  if (!found) return idle;
  await command(client, `member_${kind}_cancel`, { token: found.by.token, [kind]: found.id });
  return "accepted";
};

const sendMoney: Operation = async (client) => {
  const { world, random } = client;
  const withdrawal = take(client, world.approved);
  if (withdrawal === undefined) return idle;
  await command(client, "staff_withdrawal_sent", { token: staffOf(client, world.finance).token, withdrawal, method: random.pick(world.methods), transaction_reference: random.uuid() });
  world.sent.push(withdrawal);
  return "accepted";
};

const close: Operation = async (client) => {
  const { world, random } = client;
  const withdrawal = take(client, world.sent);
  if (withdrawal === undefined) return idle;
  const { token } = staffOf(client, world.finance);
  if (random.chance(60)) await command(client, "staff_withdrawal_confirm", { token, withdrawal });
  else await command(client, "staff_withdrawal_returned", { token, withdrawal, reason: "account closed" });
  return "accepted";
};

const asked = async (client: Client, name: string, args: Record<string, unknown>): Promise<string> => {
  const by = staffOf(client, client.world.operations);
  const answer = await command(client, name, { token: by.token, note: null, ...args });
  client.world.requests.push(answer.request as string);
  client.world.made.push({ request: answer.request as string, by });
  return "accepted";
};
const fund: Operation = (client) => asked(client, "staff_treasury_fund", { treasury: client.random.pick(["returns", "returns", "commission", "promo"]), currency: "USD", amount: client.random.amount(60), method: client.random.pick(client.world.methods) });
const takeBack: Operation = (client) => asked(client, "staff_treasury_return", { treasury: client.random.pick(["returns", "commission", "promo"]), currency: "USD", amount: client.random.amount(8), method: client.random.pick(client.world.methods) });
const bankTransfer: Operation = (client) => {
  const [a, b] = client.random.chance(50) ? client.world.methods : [...client.world.methods].reverse();
  return asked(client, "staff_bank_transfer", { from: a, to: b, amount: client.random.amount(300) });
};

const cancelRequest: Operation = async (client) => {
  const found = take(client, client.world.made);
  if (!found) return idle;
  await command(client, "staff_cancel_request", { token: found.by.token, request: found.request });
  return "accepted";
};

const planVersion: Operation = async (client) => {
  const { world, random } = client;
  const answer = await command(client, "staff_plan_version_add", { token: staffOf(client, world.operations).token, plan: random.pick(world.plans), daily_rate: `0.${10 + random.int(6)}`, minimum: "1.00", maximum: "5000.00", duration: 3 + random.int(6), unit: "DAYS", referral_rate: "3.00", description: "", risk_text: "", effective_from: null });
  world.requests.push(answer.request as string);
  // Nobody approves another rate before having read what it would have done.
  for (const by of world.finance) await world.desk.readWhatIf(by, answer.version);
  return "accepted";
};

const destination: Operation = async (client) => {
  const by = someone(client);
  if (by.destinations.length > 3) {
    const gone = by.destinations.splice(0, 1)[0];
    await command(client, "member_destination_remove", { token: by.token, destination: gone });
    return "accepted";
  }
  const { random, world } = client;
  const number = random.uuid().replaceAll("-", "").slice(0, 20).toUpperCase();
  const [challenge, mac, browser] = [random.uuid(), random.uuid().replaceAll("-", "").repeat(2), `hammer-${random.uuid()}`];
  await world.desk.ask("auth_step_up_begin", { token: by.token, challenge, purpose: "destination", context: `destination|BANK|${number}|`, mac, sealed_code: "sealed", browser, ip: random.uuid() });
  const answer = await command(client, "member_destination_add", { token: by.token, type: "BANK", label: "Mine", address: null, account_name: "Me", account_number: number, ifsc: null, challenge, mac, browser });
  if (answer.outcome !== "added") return `code ${String(answer.outcome)}`;
  by.destinations.push((answer.destination as { id: string }).id);
  return "accepted";
};

const signUp: Operation = async (client) => {
  const who = await join(client.world, client.random.chance(70) ? someone(client).code : null);
  return who.token ? "accepted" : idle;
};

const signIn: Operation = async (client) => {
  const who = someone(client);
  const { desk } = client.world;
  const [challenge, mac, browser, token] = [client.random.uuid(), client.random.uuid().replaceAll("-", "").repeat(2), `hammer-${client.random.uuid()}`, `${client.random.uuid()}${client.random.uuid()}`.replaceAll("-", "").slice(0, 43)];
  const begun = await desk.ask("auth_begin", { challenge, email: who.email, mac, sealed_code: "sealed", browser, ip: client.random.uuid(), language: "en" });
  if (begun.refused) return `returned ${String(begun.refused)}`;
  const answer = await desk.ask("auth_verify", { challenge, mac: client.random.chance(5) ? "0".repeat(64) : mac, browser, new_token: token, ip: client.random.uuid(), user_agent: "hammer" });
  if (answer.outcome !== "signed_in") return `code ${String(answer.outcome ?? answer.refused)}`;
  // Either the person goes on with the new session, or signs it out again.
  if (client.random.chance(50)) {
    client.world.owners.set(token, who.email);
    who.token = token;
  } else await desk.ask("auth_sign_out", { token });
  return "accepted";
};

/** The same command again, or another body under its key. */
const replay: Operation = async ({ world, random }) => {
  const before = random.pick(world.commands);
  if (!before) return idle;
  if (random.chance(30) && typeof before.args.amount === "string") {
    await world.desk.ask(before.name, { ...before.args, amount: `${before.args.amount.split(".")[0] ?? "0"}.00` === before.args.amount ? "7.77" : "9.00" });
    return "accepted";
  }
  const answer = JSON.stringify(await world.desk.ask(before.name, before.args));
  if (answer !== before.answer && !answer.includes('"outcome":"locked"') && !answer.includes('"outcome":"wrong"')) world.differences.push(`${before.name}: ${before.answer} then ${answer}`);
  return "accepted";
};

const accrue: Operation = async ({ world, random }) => {
  await world.desk.ask("sandbox_clock_move", { by: `${2 + random.int(10)} hours` });
  const { due } = await world.desk.job("worker_accrual_due");
  for (const { as_of, timezone } of due as { as_of: string; timezone: string }[]) {
    await world.desk.job("worker_accrual_begin", { as_of, timezone });
    while ((await world.desk.job("worker_accrual_chunk", { as_of, timezone })).claimed);
  }
  return "accepted";
};
const job = (name: string, args: Record<string, unknown> = {}): Operation => async ({ world }) => {
  await world.desk.job(name, args);
  return "accepted";
};
const expire: Operation = async ({ world }) => {
  await world.desk.sql("update approval.requests set expires_at = now() - interval '1 second' where id = (select id from approval.requests where state = 'pending' and kind in ('deposit', 'withdrawal') order by id limit 1 for update skip locked)");
  await world.desk.job("worker_requests_expire");
  await world.desk.job("worker_holds_expire");
  return "accepted";
};

const readMember: Operation = async (client) => {
  const { world, random } = client;
  const by = someone(client);
  const investment = random.pick(world.investments);
  await world.desk.ask(random.pick(["member_frame", "member_home", "member_wallets", "member_movements", "member_deposits", "member_withdrawals", "member_investments", "member_referrals", "member_plans", "member_withdrawal_form", "member_sessions"]) ?? "member_home", { token: by.token });
  if (investment) await world.desk.ask("member_investment", { token: investment.by.token, investment: investment.id });
  return "accepted";
};
const readStaff: Operation = async ({ world, random }) => {
  const name = random.pick(["staff_frame", "staff_home", "staff_requests", "staff_members", "staff_methods", "staff_plans", "staff_withdrawals", "staff_treasury", "staff_trial_balance"]) ?? "staff_home";
  const answer = await world.desk.ask(name, { token: random.pick(world.finance)?.token });
  if (name === "staff_trial_balance" && (answer.currencies as { difference: string }[]).some(({ difference }) => !/^0(\.0+)?$/.test(difference))) world.differences.push(`trial balance while running: ${JSON.stringify(answer.currencies)}`);
  return "accepted";
};
const readPublic: Operation = async ({ world, random }) => {
  await world.desk.ask(random.pick(["public_coverage", "public_plans", "public_site", "public_ready"]) ?? "public_site");
  return "accepted";
};

/** The fixed mix: every operation, and how often of a hundred or so. */
export const mix: readonly (readonly [name: string, weight: number, run: Operation])[] = [
  ["sign_in", 4, signIn], ["sign_up", 1, signUp], ["deposit", 12, deposit], ["decide", 18, decide], ["invest", 11, invest], ["transfer", 4, transfer], ["withdraw", 9, withdraw], ["cancel", 3, cancel], ["send", 6, sendMoney], ["close", 4, close],
  ["destination", 2, destination], ["fund", 3, fund], ["treasury_return", 1, takeBack], ["bank_transfer", 2, bankTransfer], ["cancel_request", 1, cancelRequest], ["plan_version", 1, planVersion],
  ["accrue", 2, accrue], ["settle", 3, job("worker_settle")], ["fold", 3, job("worker_fold")], ["expire", 1, expire], ["watch", 1, job("worker_watch_changes")], ["replay", 6, replay],
  ["read_member", 8, readMember], ["read_staff", 4, readStaff], ["read_public", 2, readPublic],
];

