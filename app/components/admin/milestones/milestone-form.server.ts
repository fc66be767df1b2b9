import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { intentField } from "../check-answers.server";
import { currencies } from "../currencies";
import { amountLine, line } from "../fields.server";

/** What a milestone is offered for, as typed. Which days and how many make sense the database decides too. */
export const milestoneSchema = (language: Language) =>
  z
    .object({
      name: line("name_missing", 80),
      needed: z.coerce.number({ error: "needed_missing" }).int("needed_missing").min(1).max(1_000_000),
      currency: z.enum(currencies),
      reward: amountLine("amount_missing", language),
      starts_on: z.iso.date({ error: "invalid_date" }),
      ends_on: z.union([z.literal("").transform(() => null), z.iso.date({ error: "invalid_date" })]).optional().transform((day) => day ?? null),
      key: requestKey(),
      intent: intentField(),
    })
    .refine(({ starts_on, ends_on }) => ends_on === null || ends_on >= starts_on, { path: ["ends_on"], error: "ends_before" });
