/** Tax that is withheld from what members earn: what was taken, the register by quarter, and the dated rules. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { taxRegime } from "./payout.server";
import { amount, count, currency, day, id, instant, maybe } from "./shapes.server";

const text = maybe(z.string());
const regime = z.enum(["SEED", "IN"]);

/** By which rule: rates in percent; form and code are to be verified before filing, and not every rule has a code. */
const byRule = { currency, regime, rate: z.string(), form: z.string(), code: text, count, gross: amount, tax: amount };

const memberTaxSchema = z.object({
  regime: taxRegime,
  pan_known: z.boolean(),
  quarters: z.array(z.object({ from_on: day, until_on: day, ...byRule })),
  /** tax at credit by financial year; carried: due and not yet collected */
  years: z.array(z.object({ year_on: day, currency, total: amount, taken: amount, carried: amount })),
});
export type MemberTax = z.output<typeof memberTaxSchema>;

/** What was taken of the member's earnings, by quarter and by financial year. */
export function memberTax(token: string): Promise<MemberTax> {
  return read(memberTaxSchema, sql`select desk.member_tax(p_token => ${token}::text) as answer`);
}

const certificateSchema = z.object({
  company: z.string(),
  member: z.object({ id, name: z.string(), email: z.string() }),
  /** its last four characters, once handed in */
  pan: text,
  from_on: day,
  until_on: day,
  over: z.boolean(),
  timezone: z.string(),
  made_at: instant,
  parts: z.array(
    z.object({
      currency,
      regime,
      form: z.string(),
      code: text,
      gross: amount,
      tax: amount,
      /** credits of a day and rate are one row, a payout is its own */
      rows: z.array(z.object({ on: day, source: z.enum(["payout", "credit"]), reference: text, count, rate: z.string(), gross: amount, tax: amount })),
      deposits: z.array(z.object({ reference: z.string(), paid_on: day })),
    }),
  ),
});
export type TaxCertificate = z.output<typeof certificateSchema>;

/** The member's certificate of the calendar quarter a day lies in. Throws `not_found` where nothing was in the scope of a rule. */
export function memberTaxCertificate(token: string, on: string | null): Promise<TaxCertificate> {
  return read(certificateSchema, sql`select desk.member_tax_certificate(p_token => ${token}::text, p_on => ${on}::date) as answer`);
}

/** The same of any member, for staff. */
export function staffTaxCertificate(token: string, member: string, on: string | null): Promise<TaxCertificate> {
  return read(certificateSchema, sql`select desk.staff_tax_certificate(p_token => ${token}::text, p_member => ${member}::uuid, p_on => ${on}::date) as answer`);
}

const registerSchema = z.object({
  from_on: day,
  until_on: day,
  today: day,
  /** nothing is added to it any more */
  over: z.boolean(),
  items: z.array(z.object({ member: z.object({ id, name: z.string() }), pan: z.boolean(), ...byRule })),
  /** by what rules share as regime, form and code, one of which is named; deposited: paid over to the authority, left: still to be */
  sums: z.array(z.object({ rule: id, currency, regime, form: z.string(), code: text, members: count, gross: amount, tax: amount, deposited: amount, left: amount })),
  deposits: z.array(z.object({ id, request: id, reference: z.string(), paid_on: day, amount, currency, regime, form: z.string(), code: text, method: z.string() })),
  /** asked for and not yet approved */
  waiting: z.array(z.object({ request: id, reference: z.string(), amount, currency })),
  /** from which tax can be paid over; none for who may not ask for it */
  methods: z.array(z.object({ id, name: z.string(), currency, balance: amount })),
  /** what was withheld and not yet paid to the authority, whenever that was */
  payable: z.array(z.object({ currency, amount })),
});
export type TaxRegister = z.output<typeof registerSchema>;

/** The register of the calendar quarter a day lies in; without one, of today's. */
export function staffTaxRegister(token: string, on: string | null): Promise<TaxRegister> {
  return read(registerSchema, sql`select desk.staff_tax_register(p_token => ${token}::text, p_on => ${on}::date) as answer`);
}

type TaxDeposit = { quarterOn: string; rule: string; currency: string; amount: string; method: string; reference: string; paidOn: string; note: string | null; key: string };

/** Asks for a payment to the authority to be booked; it is once the request is approved. Throws `exceeds_tax`, `reference_taken`. */
export function staffTaxDeposit(token: string, deposit: TaxDeposit): Promise<{ request: string }> {
  return ask(
    z.object({ request: id }),
    sql`select desk.staff_tax_deposit(p_token => ${token}::text, p_quarter_on => ${deposit.quarterOn}::date, p_rule => ${deposit.rule}::uuid, p_currency => ${deposit.currency}::text,
      p_amount => ${deposit.amount}::text, p_method => ${deposit.method}::uuid, p_reference => ${deposit.reference}::text, p_paid_on => ${deposit.paidOn}::date,
      p_note => ${deposit.note}::text, p_key => ${deposit.key}::uuid) as answer`,
  );
}

const scope = z.enum(["per_payout", "per_tax_year"]);
const rulesSchema = z.object({
  regime: taxRegime,
  scope,
  today: day,
  rules: z.array(
    z.object({
      id,
      regime,
      scope,
      rate: z.string(),
      no_pan_rate: text,
      /** whole units of the currency */
      threshold: text,
      cap: text,
      from_on: day,
      until_on: maybe(day),
      certificate_form: z.string(),
      payment_code: text,
      note: z.string(),
    }),
  ),
  may_write: z.boolean(),
});

export function staffTaxRules(token: string): Promise<z.output<typeof rulesSchema>> {
  return read(rulesSchema, sql`select desk.staff_tax_rules(p_token => ${token}::text) as answer`);
}

export type TaxRuleRow = z.output<typeof rulesSchema>["rules"][number];

type TaxRule = {
  regime: string;
  scope: string;
  rate: string;
  noPanRate: string | null;
  threshold: number | null;
  cap: number | null;
  fromOn: string;
  untilOn: string | null;
  certificateForm: string;
  paymentCode: string | null;
  note: string;
  key: string;
};
const ruleSchema = z.object({ rule: id });

export function staffTaxRuleAdd(token: string, rule: TaxRule): Promise<z.output<typeof ruleSchema>> {
  return ask(
    ruleSchema,
    sql`select desk.staff_tax_rule_add(p_token => ${token}::text, p_regime => ${rule.regime}::text, p_scope => ${rule.scope}::text, p_rate => ${rule.rate}::text,
      p_no_pan_rate => ${rule.noPanRate}::text, p_threshold => ${rule.threshold}::integer, p_cap => ${rule.cap}::integer, p_from_on => ${rule.fromOn}::date,
      p_until_on => ${rule.untilOn}::date, p_certificate_form => ${rule.certificateForm}::text, p_payment_code => ${rule.paymentCode}::text,
      p_note => ${rule.note}::text, p_key => ${rule.key}::uuid) as answer`,
  );
}

export function staffTaxRuleEnd(token: string, rule: string, untilOn: string, key: string): Promise<z.output<typeof ruleSchema>> {
  return ask(ruleSchema, sql`select desk.staff_tax_rule_end(p_token => ${token}::text, p_rule => ${rule}::uuid, p_until_on => ${untilOn}::date, p_key => ${key}::uuid) as answer`);
}
