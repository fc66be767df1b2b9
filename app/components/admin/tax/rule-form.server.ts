import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import { line } from "../fields.server";

const percent = (missing: string) => z.string({ error: missing }).trim().regex(/^\d{1,3}([.,]\d{1,6})?$/, { error: "percent_shape" }).transform((text) => text.replace(",", "."));
/** Whole units of the currency: thresholds and caps of a law are round figures. */
const whole = () => z.string().trim().regex(/^\d{1,7}$/, { error: "whole_units" }).transform((text) => Number.parseInt(text, 10)).optional();

export const families = ["SEED per_payout", "SEED per_tax_year", "IN per_tax_year"] as const;

/** A rule as it is typed; which figures its family knows the database says. */
export const ruleSchema = () =>
  z.object({
    family: z.enum(families, { error: "family_missing" }),
    rate: percent("percent_shape"),
    no_pan_rate: percent("percent_shape").optional(),
    threshold: whole(),
    cap: whole(),
    from_on: z.iso.date({ error: "invalid_date" }),
    until_on: z.iso.date({ error: "invalid_date" }).optional(),
    certificate_form: line("certificate_form_missing", 80),
    payment_code: z.string().trim().max(80).optional(),
    note: line("rule_note_missing", 200),
    key: requestKey(),
  }).superRefine(({ family, threshold, no_pan_rate, cap }, context) => {
    const foreign = family === "IN per_tax_year" ? { cap } : { threshold, no_pan_rate };
    for (const [name, value] of Object.entries(foreign)) if (value !== undefined) context.addIssue({ code: "custom", path: [name], message: "not_in_family" });
  });

export const endSchema = () => z.object({ rule: z.uuid(), until_on: z.iso.date({ error: "invalid_date" }), key: requestKey() });
