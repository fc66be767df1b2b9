/** Contracts of five days that come to their end through the desk, and the renewals that follow. */
import { randomUUID } from "node:crypto";

import type { Desk } from "../../../tests/support/builders";

export type Person = { token: string; id: string; email: string; code: string };
export type Held = { who: Person; id: string; plan: string };
export const starts = "2027-03-01";
export const ends = "2027-03-06";

export async function maturities(desk: Desk) {
  await desk.clock(`${starts}T12:00:00Z`);
  await desk.set({ otp_per_minute: "1000", sign_on_bonus: "0" });
  const [operations, finance, second] = [await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance")];
  const method = await desk.method();
  let made = 0;

  const plan = (figures: Record<string, unknown> = {}) => desk.plan(operations, finance, { duration: 5, ...figures });
  const person = async (referral: string | null = null): Promise<Person> => desk.member(`saver${(made += 1)}`, referral);
  /** 1,000.00 of somebody's own, invested on the day the clock shows. */
  const contract = async (figures: Record<string, unknown> = {}, referral: string | null = null): Promise<Held> => {
    const [of, who] = [await plan(figures), await person(referral)];
    await desk.deposit(who, "1000.00", method, finance);
    return { who, plan: of, id: (await desk.invest(who, of, "1000.00")).investment as string };
  };
  const choose = ({ who, id }: Held, choice: string | null, more: Record<string, unknown> = {}) =>
    desk.ask("member_maturity_choose", { token: who.token, investment: id, choice, risk_accepted: true, key: randomUUID(), ...more });
  const look = async ({ who, id }: Pick<Held, "who" | "id">) => desk.ask("member_investment", { token: who.token, investment: id });
  const maturityOf = async (held: Pick<Held, "who" | "id">) => (await look(held)).maturity as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- an answer, looked at freely
  const mature = async (on = ends) => {
    await desk.clock(`${on}T12:00:00Z`);
    await desk.accrue(on);
  };
  const renewAll = async (): Promise<string[]> => {
    const outcomes: string[] = [];
    for (;;) {
      const { outcome } = await desk.job("worker_renew");
      if (outcome === "none") return outcomes;
      outcomes.push(outcome as string);
    }
  };
  const mails = async ({ who }: Pick<Held, "who">) => desk.sql<{ template: string; props: Record<string, unknown> }>("select template, props from outbox.mails where to_email = $1 and template like 'investment%' order by created_at, template", [who.email]);
  const available = async ({ who }: Pick<Held, "who">): Promise<unknown> => ((await desk.ask("member_wallets", { token: who.token })).wallets as { kind: string }[]).find(({ kind }) => kind === "DEPOSIT");
  const faults = () => desk.sql("select * from ledger.verify() union all select * from invest.verify()");
  /** A version of a plan that is sold from a date on. */
  const version = async (of: string, figures: Record<string, unknown>, from: string) => {
    const terms = { rate: "0.10", minimum: "1.00", maximum: "1000000.00", duration: 5, ...figures };
    await desk.sql(
      "select invest.activate_version((invest.draft_version($1, $2, $3, $4, $5, 'DAYS', '3.00', '', 'Risk', $6, now())).id, $6::date::timestamptz)",
      [of, terms.rate, terms.minimum, terms.maximum, terms.duration, from],
    );
  };
  return { operations, finance, second, method, plan, person, contract, choose, look, maturityOf, mature, renewAll, mails, available, faults, version };
}
