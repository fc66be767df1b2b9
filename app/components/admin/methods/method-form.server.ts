import { z } from "zod";

import { methodTypes } from "~/db/funding-shapes.server";
import type { staffMethodSave } from "~/db/funding.server";
import { requestKey, typedAmount } from "~/forms/submission.server";
import { currencies } from "../currencies";
import { line } from "../fields.server";

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || null);

export const methodSchema = () =>
  z
    .object({
      type: z.enum(methodTypes),
      currency: z.enum(currencies),
      name: line("name_missing", 80),
      address: optional(128),
      account_name: optional(120),
      account_number: optional(40),
      bank_name: optional(120),
      ifsc: optional(11).transform((code) => code?.toUpperCase() ?? null),
      upi_id: optional(80),
      instructions: optional(2000),
      minimum: z.union([z.literal("").transform(() => null), typedAmount()]).optional().transform((amount) => amount ?? null),
      active: z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false),
      key: requestKey(),
    })
    .superRefine((typed, context) => {
      const needed = typed.type === "BANK" ? (["account_name", "account_number", "bank_name"] as const) : (["address"] as const);
      for (const name of needed) if (typed[name] === null) context.addIssue({ code: "custom", path: [name], message: `${name}_missing` });
      if (typed.ifsc !== null && !/^[A-Z]{4}0[A-Z0-9]{6}$/.test(typed.ifsc)) context.addIssue({ code: "custom", path: ["ifsc"], message: "invalid_ifsc" });
      if (typed.upi_id !== null && !/^[\w.-]{2,64}@[a-z][a-z0-9]{1,31}$/i.test(typed.upi_id)) context.addIssue({ code: "custom", path: ["upi_id"], message: "invalid_upi" });
    });

/** What the bridge takes, from what was typed; a bank has details, a chain an address. */
export function saveOf(method: string | null, typed: z.output<ReturnType<typeof methodSchema>>): Parameters<typeof staffMethodSave>[1] {
  const { type, currency, name, address, account_name, account_number, bank_name, ifsc, upi_id, instructions, minimum, active, key } = typed;
  const bank = type === "BANK";
  return {
    method, name, type, currency, instructions, minimum, active, key,
    address: bank ? null : address,
    details: bank ? { account_name: account_name ?? "", account_number: account_number ?? "", bank_name: bank_name ?? "", ifsc, upi_id } : {},
  };
}
