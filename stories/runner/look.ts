/** Reads what an expectation asks for: through the desk what people see, as an administrator what no page shows in one piece. */
import { z } from "zod";

import { memberInvestment, memberWallets, publicCoverage } from "./bridge.ts";
import { named, type World } from "./world.ts";

const amountRow = z.object({ amount: z.string() });
const networkWallets = new Set(["EARNINGS", "EMI_RESERVE"]);

/** Earnings are kept in the network's currency, the rest in the story's, unless the story says which. */
export function walletCurrency(world: World, wallet: string, said: string | undefined): string {
  return said ?? (networkWallets.has(wallet) ? world.settings.network_currency : world.settings.currency);
}

function nothing(world: World, currency: string): string {
  const decimals = world.currencies.get(currency) ?? 0;
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}

export type Balances = { balance: Record<string, string>; available: Record<string, string> };

/** The wallets asked for, as the member's page shows them. A missing one reads 0; staff have none. */
export async function walletsOf(world: World, label: string, kinds: string[], said: string | undefined): Promise<Balances> {
  const found: Balances = { balance: {}, available: {} };
  const shown = world.staff.has(label) && !world.members.has(label) ? [] : (await memberWallets(named(world.members, "member", label, "a registered member").token)).wallets;
  for (const kind of kinds) {
    const currency = walletCurrency(world, kind, said);
    const wallet = shown.find((each) => each.kind === kind && each.currency === currency);
    found.balance[kind] = wallet?.balance ?? nothing(world, currency);
    found.available[kind] = wallet?.available ?? found.balance[kind];
  }
  return found;
}

/** A contract with all its days, as its page shows them. */
export async function investmentOf(world: World, label: string): Promise<Record<string, unknown>> {
  const { id, member } = named(world.investments, "investment", label, "an investment made before");
  const { token } = named(world.members, "member", member, "a registered member");
  const days: { k: number; credit: string }[] = [];
  let cursor: string | null = null;
  for (;;) {
    const { investment, accruals }: Awaited<ReturnType<typeof memberInvestment>> = await memberInvestment(token, id, { cursor, limit: 100 });
    days.push(...accruals.items);
    cursor = accruals.next;
    if (cursor !== null) continue;
    days.sort((a, b) => a.k - b.k);
    return {
      end: investment.end_on, days: investment.days, total: investment.total, accrued: investment.accrued, awaiting: investment.awaiting,
      credits: days.map(({ credit }) => credit), rows: days.length, status: investment.state,
    };
  }
}

export async function treasuryBalance(world: World, name: string, currency: string): Promise<string> {
  const [row] = await world.db.admin.rows(
    amountRow,
    "select core.format_amount(coalesce((select balance from ledger.balances where kind = 'treasury:' || $1 and currency = $2 and member_id is null), 0), $2) as amount",
    [name, currency],
  );
  return row?.amount ?? "0";
}

/** What waits, per currency: of one treasury or of all. */
export async function awaiting(world: World, treasury: string | undefined): Promise<{ currency: string; count: number; sum: string }[]> {
  return world.db.admin.rows(
    z.object({ currency: z.string(), count: z.int(), sum: z.string() }),
    `select q.currency, count(*)::integer as count, core.format_amount(sum(i.amount), q.currency) as sum
       from treasury.items i join treasury.queues q on q.account_id = i.queue_id
      where i.state = 'awaiting' and ($1::text is null or q.name = $1) group by q.currency`,
    [treasury ?? null],
  );
}

const ownerOf = (world: World, label: string): string | null =>
  world.members.get(label)?.id ?? (world.staff.has(label) ? null : named(world.members, "member", label, "a registered member").id);

export async function journalCount(world: World, kind: string, label: string | undefined): Promise<number> {
  if (label !== undefined && ownerOf(world, label) === null) return 0;
  const [row] = await world.db.admin.rows(
    z.object({ count: z.int() }),
    `select count(*)::integer as count from ledger.journals j
      where j.kind::text = $1 and ($2::uuid is null or exists (select from ledger.lines l join ledger.accounts a on a.id = l.account_id join identity.members m on m.id = a.member_id
                                                              where l.journal_id = j.id and m.public_id = $2::uuid))`,
    [kind, label === undefined ? null : ownerOf(world, label)],
  );
  return row?.count ?? 0;
}

/** A wallet's balance at the end of a value date, or as known at an instant. */
export async function pastBalance(world: World, label: string, wallet: string, currency: string, when: { date: string } | { at: string }): Promise<string> {
  const rule = "date" in when ? "ledger.balance_as_of(a.id, $4::date)" : "ledger.balance_known_at(a.id, $4::timestamptz)";
  const [row] = await world.db.admin.rows(
    amountRow,
    `select core.format_amount(coalesce((select ${rule} from ledger.accounts a join identity.members m on m.id = a.member_id
                                          where m.public_id = $1::uuid and a.kind = $2 and a.currency = $3), 0), $3) as amount`,
    [ownerOf(world, label), wallet, currency, "date" in when ? when.date : when.at],
  );
  return row?.amount ?? "0";
}

const noMoney = "no money held";

/** As the public page says it. */
export async function coverageOf(currency: string): Promise<Record<string, string>> {
  const found = (await publicCoverage()).currencies.find((each) => each.currency === currency);
  return { client: found?.client ?? noMoney, liquid: found?.liquid ?? noMoney, forward: found?.forward ?? noMoney };
}

/** Commission earned, whether posted or still waiting, less what was taken back, per currency of its source. */
export async function referralEarned(world: World, label: string): Promise<{ currency: string; sum: string }[]> {
  return world.db.admin.rows(
    z.object({ currency: z.string(), sum: z.string() }),
    `select c.currency, core.format_amount(sum(c.amount - coalesce(b.unpaid + b.returned + b.owed, 0)), c.currency) as sum
       from referral.commissions c left join referral.clawbacks b on b.commission_id = c.id join identity.members m on m.id = c.referrer_id where m.public_id = $1::uuid group by c.currency`,
    [ownerOf(world, label)],
  );
}

/** Every reason not to trust the books; empty in true books. */
export async function faultsOfBooks(world: World): Promise<string[]> {
  const verified = await world.db.admin.rows(
    z.object({ law: z.string(), object: z.string(), expected: z.string(), found: z.string() }),
    "select f.law, f.object, f.expected, f.found from unnest(array['audit', 'ledger', 'treasury', 'approval', 'referral', 'funding', 'invest', 'ev', 'network', 'payout']) d cross join lateral desk.faults(d) f",
  );
  const trial = await world.db.admin.rows(
    z.object({ currency: z.string(), difference: z.string(), by_lines: z.string() }),
    "select currency, difference::text, by_lines::text from ledger.trial_balance() where difference <> 0 or by_lines <> 0",
  );
  return [
    ...verified.map(({ law, object, expected, found }) => `${law}: ${object}, expected ${expected}, found ${found}`),
    ...trial.map(({ currency, difference, by_lines }) => `trial balance ${currency}: ${difference}, by lines ${by_lines}`),
  ];
}
