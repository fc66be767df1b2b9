import { z } from "zod";

import { methodTypes, type MethodType } from "~/db/funding-shapes.server";
import type { staffMethodSave } from "~/db/funding.server";
import { requestKey, typedAmount } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { currencies } from "../currencies";
import { line } from "../fields.server";

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || null);

const ifsc = () =>
  optional(11)
    .transform((code) => code?.toUpperCase() ?? null)
    .refine((code) => code === null || /^[A-Z]{4}0[A-Z0-9]{6}$/.test(code), "invalid_ifsc");

const upi = () => optional(80).refine((id) => id === null || /^[\w.-]{2,64}@[a-z][a-z0-9]{1,31}$/i.test(id), "invalid_upi");

const shared = (language: Language) => ({
  currency: z.enum(currencies),
  name: line("name_missing", 80),
  instructions: optional(2000),
  minimum: z.union([z.literal("").transform(() => null), typedAmount(language)]).optional().transform((amount) => amount ?? null),
  active: z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false),
  key: requestKey(),
});

const chains = methodTypes.filter((type): type is Exclude<MethodType, "BANK"> => type !== "BANK");

/** A bank has an account, a chain an address; each kind is asked for all it needs at once. */
export const methodSchema = (language: Language) =>
  z.discriminatedUnion("type", [
    z.object({
      type: z.literal("BANK"),
      account_name: line("account_name_missing", 120),
      account_number: line("account_number_missing", 40),
      bank_name: line("bank_name_missing", 120),
      ifsc: ifsc(),
      upi_id: upi(),
      ...shared(language),
    }),
    z.object({ type: z.enum(chains), address: line("address_missing", 128), ...shared(language) }),
  ]);

/** What the bridge takes, from what was typed. */
export function saveOf(method: string | null, typed: z.output<ReturnType<typeof methodSchema>>): Parameters<typeof staffMethodSave>[1] {
  const { type, currency, name, instructions, minimum, active, key } = typed;
  const common = { method, name, type, currency, instructions, minimum, active, key };
  if (typed.type !== "BANK") return { ...common, address: typed.address, details: {} };
  const { account_name, account_number, bank_name, ifsc: code, upi_id } = typed;
  return { ...common, address: null, details: { account_name, account_number, bank_name, ifsc: code, upi_id } };
}
