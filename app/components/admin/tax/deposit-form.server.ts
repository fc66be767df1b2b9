import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { intentField } from "../check-answers.server";
import { currencies } from "../currencies";
import { amountLine, line } from "../fields.server";

/** A payment to the authority as it is typed; what is left of the quarter's tax the database says. */
export const depositSchema = (language: Language) =>
  z.object({
    quarter_on: z.iso.date(),
    rule: z.uuid({ error: "tax_sum_missing" }),
    currency: z.enum(currencies),
    amount: amountLine("amount_missing", language),
    method: z.uuid({ error: "method_missing" }),
    reference: line("tax_reference_missing", 80),
    paid_on: z.iso.date({ error: "invalid_date" }),
    note: z.string().trim().max(500).optional().transform((text) => text || null),
    key: requestKey(),
    intent: intentField(),
  });
