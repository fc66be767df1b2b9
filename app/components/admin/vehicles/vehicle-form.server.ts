import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { currencies } from "../currencies";
import { amountLine, line } from "../fields.server";

export const vehicleSchema = (language: Language) =>
  z.object({
    name: line("name_missing", 80),
    price: amountLine("invalid_amount", language),
    currency: z.enum(currencies),
    active: z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false),
    key: requestKey(),
  });
