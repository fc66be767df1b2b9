/** Tax that is withheld from what members earn: what was taken, the register by quarter, and the dated rules. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { taxRegime } from "./payout.server";
import { amount, count, currency, day, id, maybe } from "./shapes.server";

const text = maybe(z.string());
const regime = z.enum(["SEED", "IN"]);

/** By which rule: rates in percent; form and code are to be verified before filing. */
const byRule = { currency, regime, rate: z.string(), form: z.string(), code: z.string(), count, gross: amount, tax: amount };

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

const registerSchema = z.object({
  from_on: day,
  until_on: day,
  /** nothing is added to it any more */
  over: z.boolean(),
  items: z.array(z.object({ member: z.object({ id, name: z.string() }), pan: z.boolean(), ...byRule })),
  sums: z.array(z.object({ currency, regime, form: z.string(), code: z.string(), members: count, gross: amount, tax: amount })),
  /** what was withheld and not yet paid to the authority, whenever that was */
  payable: z.array(z.object({ currency, amount })),
});
export type TaxRegister = z.output<typeof registerSchema>;

/** The register of the calendar quarter a day lies in; without one, of today's. */
export function staffTaxRegister(token: string, on: string | null): Promise<TaxRegister> {
  return read(registerSchema, sql`select desk.staff_tax_register(p_token => ${token}::text, p_on => ${on}::date) as answer`);
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
      payment_code: z.string(),
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
  paymentCode: string;
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
