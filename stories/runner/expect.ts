/** One checker per form of `expect`. */
import { bookingOf, isActiveBuyer } from "./bookings.ts";
import { differences, type Difference } from "./compare.ts";
import type { Expectation, ExpectationOf, Form } from "./expectations.ts";
import { nodeOf } from "./network.ts";
import { awaiting, coverageOf, faultsOfBooks, investmentOf, journalCount, pastBalance, referralEarned, treasuryBalance, walletCurrency, walletsOf } from "./look.ts";
import { clawbackOf, nextBankFile, payoutOf, taxRegister } from "./payouts.ts";
import { named, type World } from "./world.ts";

type Check<Name extends Form> = (world: World, step: ExpectationOf<Name>) => Promise<Difference[]>;

/** The figure of the currency said; of the only one there is; of the story's own where there are several. */
function inCurrency<T extends { currency: string }>(world: World, rows: T[], said: string | undefined): T | undefined {
  if (said === undefined && rows.length === 1) return rows[0];
  return rows.find(({ currency }) => currency === (said ?? world.settings.currency));
}

/** Also checked silently at the end of every story. */
export async function checkBooks(world: World): Promise<Difference[]> {
  const faults = await faultsOfBooks(world);
  return faults.length === 0 ? [] : [{ key: "books", expected: "balanced and verified", actual: faults.slice(0, 20) }];
}

const checks: { [Name in Form]: Check<Name> } = {
  member: async (world, { member, wallets = {}, available = {}, currency }) => {
    const found = await walletsOf(world, member, [...new Set([...Object.keys(wallets), ...Object.keys(available)])], currency);
    return [...differences(wallets, found.balance, "wallets."), ...differences(available, found.available, "available.")];
  },
  investment: async (world, { investment, end, days, total, accrued, awaiting: waiting, credits, rows, status }) =>
    differences({ end, days, total, accrued, awaiting: waiting, credits, rows, status }, await investmentOf(world, investment)),
  quote: async (world, { quote, end, days, total }) => {
    const found = named(world.quotes, "quote", quote, "a quote asked for before");
    return differences({ end, days, total }, { end: found.end_on, days: found.days, total: found.total });
  },
  treasury: async (world, { treasury: { name, balance, currency } }) =>
    differences({ balance }, { balance: await treasuryBalance(world, name, currency ?? world.settings.currency) }, "treasury."),
  awaiting_funding: async (world, { awaiting_funding: { count, sum, treasury, currency } }) => {
    const found = inCurrency(world, await awaiting(world, treasury), currency);
    return differences({ count, sum }, { count: found?.count ?? 0, sum: found?.sum ?? "0.00" }, "awaiting_funding.");
  },
  journals: async (world, { journals: { kind, member, count } }) => differences({ count }, { count: await journalCount(world, kind, member) }, "journals."),
  balance_as_of: async (world, { balance_as_of: { member, wallet, date, balance, currency } }) =>
    differences({ balance }, { balance: await pastBalance(world, member, wallet, walletCurrency(world, wallet, currency), { date }) }, "balance_as_of."),
  balance_known_at: async (world, { balance_known_at: { member, wallet, at, balance, currency } }) =>
    differences({ balance }, { balance: await pastBalance(world, member, wallet, walletCurrency(world, wallet, currency), { at }) }, "balance_known_at."),
  coverage: async (world, { coverage: { currency, ...expected } }) => differences(expected, await coverageOf(currency ?? world.settings.currency), "coverage."),
  referral_earned: async (world, { referral_earned: { member, sum, currency } }) =>
    differences({ sum }, { sum: inCurrency(world, await referralEarned(world, member), currency)?.sum ?? "0.00" }, "referral_earned."),
  booking: async (world, { booking, paid, outstanding, status, due, instalments, settled }) =>
    differences({ paid, outstanding, status, due, instalments, settled }, await bookingOf(world, booking)),
  active_buyer: async (world, { active_buyer: member, is }) => differences({ is }, { is: await isActiveBuyer(world, member) }),
  node: async (world, { node, parent, left, right, pairs, pairs_this_month, unmatched_left, unmatched_right, flushed, side }) => {
    const above = parent === undefined ? undefined : named(world.members, "parent", parent, "a registered member").id;
    return differences({ left, right, pairs, pairs_this_month, unmatched_left, unmatched_right, flushed, side, parent: above }, await nodeOf(world, node), "node.");
  },
  payout: async (world, { payout, tax, net, emi, bank, status }) => differences({ tax, net, emi, bank, status }, await payoutOf(world, payout)),
  tax_register: async (world, { tax_register: { member, quarter, sum, currency } }) =>
    differences({ sum }, { sum: await taxRegister(world, member, quarter, currency ?? world.settings.network_currency) }, "tax_register."),
  bank_file: async (world, { bank_file: { count, sum, currency } }) => {
    const rows = await nextBankFile(world);
    const found = rows.find((row) => row.currency === (currency ?? world.settings.network_currency)) ?? (currency === undefined && rows.length === 1 ? rows[0] : undefined);
    return differences({ count, sum }, { count: found?.count ?? 0, sum: found?.sum ?? "0.00" }, "bank_file.");
  },
  clawback: async (world, { clawback: { member, receivable, currency } }) =>
    differences({ receivable }, { receivable: await clawbackOf(world, member, currency ?? world.settings.network_currency) }, "clawback."),
  books: checkBooks,
};

export function check(world: World, step: Expectation): Promise<Difference[]> {
  return (checks[step.form] as Check<Form>)(world, step as ExpectationOf<Form>);
}
