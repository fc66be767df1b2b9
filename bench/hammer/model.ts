/**
 * The members' money as it must be, replayed in BigInt from nothing but the commands that were acknowledged. Only what no answer tells is
 * read from rows: how many days were accrued, which requests ran out of time, and what still waits for its treasury.
 */
import { cumulative } from "../../sql/invest/tests/support/terms";
import type { Desk } from "../../sql/tests/support/builders";
import type { Findings } from "../fault/findings";
import type { Acknowledged, World } from "./world";

/** Minor units of dollars. */
type Money = { main: bigint; interest: bigint; earnings: bigint; heldMain: bigint; heldInterest: bigint };
type Request = { kind: "deposit" | "withdrawal"; subject: string; by: string; wallet: string; amount: bigint; open: boolean };

/** Settings and terms that the world was built with. */
const fee = 25n;
const bonus = 500n;
const referralRate = "3.00";

const cents = (text: unknown): bigint => {
  const [units = "0", decimals = ""] = String(text).split(".");
  return BigInt(units) * 100n + BigInt(decimals.padEnd(2, "0"));
};

export class Members {
  readonly money = new Map<string, Money>();
  private readonly requests = new Map<string, Request>();
  private readonly seen = new Set<string>();
  readonly contracts = new Map<string, { by: string; amount: bigint }>();

  constructor(private readonly referrers: ReadonlyMap<string, string>) {}

  of(email: string): Money {
    const found = this.money.get(email) ?? { main: 0n, interest: 0n, earnings: 0n, heldMain: 0n, heldInterest: 0n };
    this.money.set(email, found);
    return found;
  }
  private hold({ by, wallet }: Request, amount: bigint): void {
    if (wallet === "INTEREST") this.of(by).heldInterest += amount;
    else this.of(by).heldMain += amount;
  }
  private add(by: string, wallet: string, amount: bigint): void {
    if (wallet === "INTEREST") this.of(by).interest += amount;
    else this.of(by).main += amount;
  }
  /** The request that a subject is decided by. */
  private requestOf(subject: unknown): Request | undefined {
    return [...this.requests.values()].find((one) => one.subject === subject);
  }
  close(request: Request | undefined, approved: boolean): void {
    if (!request?.open) return;
    request.open = false;
    if (request.kind === "withdrawal") {
      this.hold(request, -request.amount - fee);
      if (approved) this.add(request.by, request.wallet, -request.amount - fee);
    } else if (approved) this.add(request.by, "DEPOSIT", request.amount);
  }
  expire(requests: Iterable<string>): void {
    for (const id of requests) this.close(this.requests.get(id), false);
  }

  /** Books one acknowledged command, the first time its key is seen. False: it moves no member's money. */
  apply({ name, args, answer, by }: Acknowledged): boolean {
    const once = `${name}:${String(args.key)}`;
    if (this.seen.has(once)) return true;
    this.seen.add(once);
    const amount = cents(args.amount ?? "0");
    if (name === "member_deposit_submit") this.requests.set(String(answer.request), { kind: "deposit", subject: String(answer.deposit), by, wallet: "DEPOSIT", amount, open: true });
    else if (name === "member_withdraw" && answer.outcome === "requested") {
      const request: Request = { kind: "withdrawal", subject: String(answer.withdrawal), by, wallet: String(args.wallet), amount, open: true };
      this.requests.set(String(answer.request), request);
      this.hold(request, amount + fee);
    } else if (name === "staff_decide" && answer.state !== "pending") this.close(this.requests.get(String(args.request)), answer.state === "approved");
    else if (name === "member_deposit_cancel") this.close(this.requestOf(args.deposit), false);
    else if (name === "member_withdrawal_cancel") this.close(this.requestOf(args.withdrawal), false);
    else if (name === "staff_withdrawal_returned") {
      const request = this.requestOf(args.withdrawal);
      if (request) this.add(request.by, request.wallet, request.amount);
    } else if (name === "member_transfer") {
      this.add(by, "INTEREST", -amount);
      this.add(by, "DEPOSIT", amount);
    } else if (name === "member_invest") {
      // DEPOSIT and INVESTED are one figure: principal goes from one to the other and returns.
      this.add(by, String(args.wallet), -amount);
      this.add(by, "DEPOSIT", amount);
      this.contracts.set(String(answer.investment), { by, amount });
      const referrer = this.referrers.get(by);
      if (referrer && args.wallet === "DEPOSIT") this.of(referrer).earnings += cumulative(amount, referralRate, 1);
    } else return false;
    return true;
  }
}

/** What no acknowledgement tells. */
type Row = { email: string; main: string; interest: string; earnings: string; held_main: string; held_interest: string; waiting_interest: string; waiting_earnings: string };
const balances = `
  select m.email, coalesce(sum(b.balance) filter (where b.kind in ('DEPOSIT', 'INVESTED')), 0)::text as main, coalesce(sum(b.balance) filter (where b.kind = 'INTEREST'), 0)::text as interest,
         coalesce(sum(b.balance) filter (where b.kind = 'EARNINGS'), 0)::text as earnings, coalesce(sum(b.held) filter (where b.kind = 'DEPOSIT'), 0)::text as held_main, coalesce(sum(b.held) filter (where b.kind = 'INTEREST'), 0)::text as held_interest,
         coalesce(sum(w.amount) filter (where b.kind = 'INTEREST'), 0)::text as waiting_interest, coalesce(sum(w.amount) filter (where b.kind = 'EARNINGS'), 0)::text as waiting_earnings
    from identity.members m left join ledger.balances b on b.member_id = m.id
    left join (select credit_account_id, sum(amount) as amount from treasury.items where state = 'awaiting' group by 1) w on w.credit_account_id = b.account_id
   group by m.email order by m.email`;
type Contract = { id: string; email: string; amount: string; rate: string; days: number };
const contracts = `select i.public_id as id, m.email, i.amount::text, i.daily_rate::text as rate, (select count(*)::integer from invest.accruals a where a.investment_id = i.id) as days
  from invest.investments i join identity.members m on m.id = i.member_id`;

/** Compares every member's money with the model, and counts each acknowledged command that it rests on. */
export async function compareMembers(desk: Pick<Desk, "sql">, world: Pick<World, "acknowledged" | "referrers">, findings: Findings): Promise<void> {
  const model = new Members(world.referrers);
  for (const one of world.acknowledged) if (model.apply(one)) findings.checked(one.name);
  model.expire((await desk.sql<{ id: string }>("select id from approval.requests where state = 'expired'")).map(({ id }) => id));
  const signed = await desk.sql<Contract>(contracts);
  findings.check("contracts are those that were acknowledged", signed.length === model.contracts.size, () => `${signed.length} rows, ${model.contracts.size} acknowledged`);
  for (const { id, email, amount, rate, days } of signed) {
    const known = model.contracts.get(id);
    findings.check("a contract is as it was acknowledged", known?.by === email && known.amount === BigInt(amount), () => `${id} of ${email}: ${amount}`);
    model.of(email).interest += cumulative(BigInt(amount), rate, days);
  }
  for (const row of await desk.sql<Row>(balances)) {
    const { main, interest, earnings, heldMain, heldInterest } = model.of(row.email);
    const expected = { main, interest: interest + bonus - BigInt(row.waiting_interest), earnings: earnings - BigInt(row.waiting_earnings), held_main: heldMain, held_interest: heldInterest };
    for (const [what, value] of Object.entries(expected)) {
      findings.check("a member's money is the model's", row[what as keyof Row] === String(value), () => `${row.email} ${what}: ${row[what as keyof Row]}, model ${value}`);
    }
  }
}
