/** Tax that is withheld from what members earn: the dated rules. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { taxRegime } from "./payout.server";
import { day, id, maybe } from "./shapes.server";

const text = maybe(z.string());
const regime = z.enum(["SEED", "IN"]);
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
