import { z } from "zod";

import { staffMethods } from "~/db/funding.server";
import type { ManualLine } from "~/db/journal.server";
import { staffMembers } from "~/db/office.server";
import { requestKey, typedAmount } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { currencies } from "../currencies";
import { line } from "../fields.server";
import { manualKinds, manualLines, operatorAccounts, walletAccounts } from "./journal-kinds";

type Place = (typeof manualLines)[number];

const account = () => z.string().trim().max(80).optional();

/** A journal as it is typed: up to six lines, empty ones count for nothing. Which accounts a kind may touch the database says. */
export function manualSchema(language: Language) {
  const amounts = () => typedAmount(language).optional();
  const fields = Object.fromEntries(manualLines.flatMap((n) => [[`account_${n}`, account()], [`debit_${n}`, amounts()], [`credit_${n}`, amounts()]])) as Record<`account_${Place}`, ReturnType<typeof account>> & Record<`debit_${Place}` | `credit_${Place}`, ReturnType<typeof amounts>>;
  return z
    .object({
      kind: z.enum(manualKinds, { error: "journal_kind_missing" }),
      currency: z.enum(currencies),
      value_on: z.iso.date({ error: "invalid_date" }),
      member: z.string().trim().max(254).optional(),
      reason: line("journal_reason_missing", 500),
      key: requestKey(),
      ...fields,
    })
    .superRefine((typed, context) => {
      const values = typed as Record<string, unknown>;
      for (const n of manualLines) {
        const [name, debit, credit] = [values[`account_${n}`], values[`debit_${n}`], values[`credit_${n}`]];
        const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
        if (name === undefined && (debit !== undefined || credit !== undefined)) fault(`account_${n}`, "account_missing");
        if (name !== undefined && debit === undefined && credit === undefined) fault(`debit_${n}`, "amount_missing");
        if (debit !== undefined && credit !== undefined) fault(`credit_${n}`, "one_side");
      }
      if (values.account_1 === undefined) context.addIssue({ code: "custom", path: ["account_1"], message: "account_missing" });
      else if (manualLines.filter((n) => values[`account_${n}`] !== undefined).length < 2) context.addIssue({ code: "custom", path: ["account_2"], message: "second_line_missing" });
    });
}

/** The lines that were filled in, in order, and at which place of the form each stands. */
export function filledLines(typed: Record<string, unknown>): { lines: ManualLine[]; places: number[] } {
  const text = (name: string) => (typeof typed[name] === "string" ? typed[name] : "");
  const places = manualLines.filter((n) => text(`account_${n}`) !== "");
  return { places, lines: places.map((n) => ({ account: text(`account_${n}`), debit: text(`debit_${n}`), credit: text(`credit_${n}`) })) };
}

/** The currencies there are methods for, and the accounts of one of them in the order in which an accountant looks for them. */
export async function manualAccounts(token: string, asked: string | null) {
  const { methods } = await staffMethods(token);
  const currencies = [...new Set(methods.map((method) => method.currency))].sort();
  const currency = currencies.find((one) => one === asked) ?? currencies.find((one) => one === "USD") ?? currencies[0] ?? "USD";
  const mine = methods.filter((method) => method.currency === currency);
  return { currency, currencies, names: [...mine.map((method) => method.account), ...operatorAccounts, ...walletAccounts], methodNames: Object.fromEntries(mine.map(({ account: name, name: shown }) => [name, shown])) };
}

/** The member whose address was typed; null when nobody has exactly that. */
export async function memberCalled(token: string, typed: string): Promise<string | null> {
  const { items } = await staffMembers(token, { search: typed }, { cursor: null });
  return items.find(({ email }) => email === typed.toLowerCase())?.id ?? null;
}
