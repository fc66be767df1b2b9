/**
 * No bad amount enters by a form: message at the field, status 4xx, what was typed is kept, nothing is written. Here by direct
 * posts with a session, as no browser would let anybody, and at once to be carried out, unchecked (a withdrawal needs its code first); the desk functions have the same list in sql/.
 */
import type { APIResponse } from "@playwright/test";

import { badAmounts } from "../support/bad-amounts";
import { fieldOf, choiceOf, formWith, hiddenOf, mainOf, textOf } from "../support/forms";
import { expect, test } from "../support/test";
import type { SignedIn } from "../support/sessions";
import type { Visitor } from "../support/visitor";

type Prepared = { path: string; field: string; values: Record<string, string>; method?: "get" | "multipart" };
type AmountForm = {
  as: SignedIn;
  /** pages whose words must stay the same */
  unchanged: string[];
  prepare: (visitor: Visitor) => Promise<Prepared>;
  /** amounts that this field may take: nothing typed is no minimum */
  allows?: string[];
};

const linkOn = async (visitor: Visitor, list: string, shape: RegExp): Promise<string> => {
  const found = ((await visitor.page(list)).match(/href="[^"]*"/g) ?? []).map((href) => href.slice(6, -1)).find((href) => shape.test(href));
  if (!found) throw new Error(`${list} has no such link`);
  return found;
};
const uuid = "[0-9a-f]{8}-[0-9a-f-]{27}";

async function planValues(visitor: Visitor): Promise<Record<string, string>> {
  const form = formWith(await visitor.page("/admin/plans/new"), "daily_rate");
  return {
    ...hiddenOf(form), intent: "confirm", name: "Refused", currency: "USD", timezone: "UTC", daily_rate: "0.05", minimum: "100.00", maximum: "500.00",
    duration: "30", unit: "DAYS", referral_rate: "3", description: "Never opened", risk_text: "None",
  };
}

async function treasury(visitor: Visitor, path: string): Promise<Prepared> {
  const form = formWith(await visitor.page(path), 'name="amount"');
  return { path, field: "amount", values: { ...hiddenOf(form), intent: "confirm", treasury: choiceOf(form, "treasury"), method: choiceOf(form, "method"), note: "" } };
}

const forms: Record<string, AmountForm> = {
  "a deposit": {
    as: "bo",
    unchanged: ["/deposits", "/wallet"],
    prepare: async (visitor) => {
      const path = await linkOn(visitor, "/deposits/new", new RegExp(`^/deposits/new/${uuid}$`));
      const form = formWith(await visitor.page(path), 'name="amount"');
      return { path, field: "amount", values: { ...hiddenOf(form), intent: "confirm", transaction_reference: "BAD-AMOUNT" }, method: "multipart" };
    },
  },
  "a withdrawal": {
    as: "ann",
    unchanged: ["/withdrawals", "/wallet"],
    prepare: async (visitor) => {
      const form = formWith(await visitor.page("/withdrawals/new"), 'name="amount"');
      return { path: "/withdrawals/new", field: "amount", values: { ...hiddenOf(form), intent: "check", wallet: choiceOf(form, "wallet"), destination: choiceOf(form, "destination") } };
    },
  },
  "a payout": {
    as: "ann",
    unchanged: ["/payouts", "/network/earnings"],
    prepare: async (visitor) => {
      const form = formWith(await visitor.page("/payouts/new"), 'name="amount"');
      return { path: "/payouts/new", field: "amount", values: { ...hiddenOf(form), intent: "check", destination: choiceOf(form, "destination") } };
    },
  },
  "moving interest": {
    as: "mo",
    unchanged: ["/wallet"],
    prepare: async (visitor) => {
      const form = formWith(await visitor.page("/wallet/move"), 'name="amount"');
      return { path: "/wallet/move", field: "amount", values: { ...hiddenOf(form), intent: "confirm" } };
    },
  },
  "a quote": {
    as: "lena",
    unchanged: ["/investments"],
    prepare: async (visitor) => ({ path: await linkOn(visitor, "/invest", new RegExp(`^/invest/${uuid}$`)), field: "amount", values: { wallet: "DEPOSIT" }, method: "get" }),
  },
  "a projection for a visitor": {
    as: "lena",
    unchanged: [],
    prepare: async () => ({ path: "/plans", field: "amount", values: {}, method: "get" }),
  },
  "the smallest amount of a plan": {
    as: "admin",
    unchanged: ["/admin/plans"],
    prepare: async (visitor) => ({ path: "/admin/plans/new", field: "minimum", values: await planValues(visitor) }),
  },
  "the largest amount of a plan": {
    as: "operations",
    unchanged: ["/admin/plans"],
    prepare: async (visitor) => ({ path: "/admin/plans/new", field: "maximum", values: await planValues(visitor) }),
  },
  "the smallest amount of a method": {
    as: "admin",
    unchanged: ["/admin/methods"],
    allows: ["", "0", "0.00"],
    prepare: async (visitor) => {
      const form = formWith(await visitor.page("/admin/methods/new?type=BTC"), 'name="minimum"');
      return { path: "/admin/methods/new?type=BTC", field: "minimum", values: { ...hiddenOf(form), currency: "USD", name: "Refused", address: "1PHzvFW7dedXvT5XmvLB3pr7aT4Au7HgTr" } };
    },
  },
  "funding a treasury": { as: "operations-2", unchanged: ["/admin/requests?kind=treasury_funding"], prepare: (visitor) => treasury(visitor, "/admin/treasury/fund") },
  "taking back from a treasury": { as: "operations-2", unchanged: ["/admin/requests?kind=treasury_return"], prepare: (visitor) => treasury(visitor, "/admin/treasury/return") },
  "moving money between methods": {
    as: "operations-3",
    unchanged: ["/admin/requests?kind=bank_transfer"],
    prepare: async (visitor) => {
      const form = formWith(await visitor.page("/admin/treasury/move"), 'name="amount"');
      return { path: "/admin/treasury/move", field: "amount", values: { ...hiddenOf(form), intent: "confirm", from: choiceOf(form, "from"), to: choiceOf(form, "to", -1), note: "" } };
    },
  },
  "tax paid over to the authority": {
    as: "operations",
    unchanged: ["/admin/requests?kind=tax_deposit"],
    prepare: async (visitor) => {
      const form = formWith(await visitor.page("/admin/tax/deposit"), 'name="reference"');
      return { path: "/admin/tax/deposit", field: "amount", values: { ...hiddenOf(form), intent: "confirm", method: choiceOf(form, "method"), reference: "CH-bad-amount", paid_on: fieldOf(form, "paid_on").value ?? "", note: "" } };
    },
  },
  "own money out of the client account": {
    as: "operations-3",
    unchanged: ["/admin/requests?kind=sweep"],
    prepare: async (visitor) => {
      const form = formWith(await visitor.page("/admin/treasury/sweep?currency=INR"), 'name="held"');
      return { path: "/admin/treasury/sweep?currency=INR", field: "held", values: { ...hiddenOf(form), intent: "confirm", own: "0", method: choiceOf(form, "method"), note: "" } };
    },
  },
  "what a deposit brought in": {
    as: "finance",
    unchanged: ["/admin/requests?kind=deposit&search=mo@demo"],
    allows: [""],
    prepare: async (visitor) => {
      const path = await linkOn(visitor, "/admin/requests?kind=deposit&search=mo@demo", new RegExp(`^/admin/requests/${uuid}$`));
      return { path, field: "received", values: hiddenOf(formWith(await visitor.page(path), 'name="received"')) };
    },
  },
};

/** Times say how long ago, and keys are new each time; the rest of a page must be as it was. */
const wordsOf = async (visitor: Visitor, paths: string[]) => Promise.all(paths.map(async (path) => textOf(mainOf(await visitor.page(path))).replace(/\d+ (seconds?|minutes?|hours?|days?)/g, "")));

function submit(visitor: Visitor, { path, field, values, method }: Prepared, amount: string): Promise<APIResponse> {
  const all = { ...values, [field]: amount };
  if (method === "get") return visitor.get(`${path}?${new URLSearchParams(all).toString()}`);
  return method === "multipart" ? visitor.send(path, all) : visitor.post(path, all);
}

for (const [what, { as, unchanged, prepare, allows = [] }] of Object.entries(forms)) {
  test(`no bad amount enters: ${what}`, async ({ visitor }) => {
    const person = await visitor(as);
    const prepared = await prepare(person);
    const before = await wordsOf(person, unchanged);
    const taken: string[] = [];
    for (const amount of badAmounts.filter((one) => !allows.includes(one))) {
      const answer = await submit(person, prepared, amount);
      const html = await answer.text();
      const { value, invalid, message } = fieldOf(html, prepared.field);
      const good = answer.status() === 422 && invalid && message !== "" && (value ?? "") === amount.replace(/[\r\n]+/g, (line) => line);
      if (!good) taken.push(`${JSON.stringify(amount.slice(0, 30))}: ${answer.status()}, message ${JSON.stringify(message)}, kept ${JSON.stringify(value?.slice(0, 30))}`);
      if (/\bat .*\.(js|ts):\d+/.test(html)) taken.push(`${amount}: a stack`);
    }
    expect(taken, "amounts that were not refused as they should be").toEqual([]);
    expect(await wordsOf(person, unchanged)).toEqual(before);
  });
}
