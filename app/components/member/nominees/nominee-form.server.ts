import { z } from "zod";

import type { Nominee } from "~/db/compliance.server";
import { typedAmount } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { mostNominees, relations, rowNumbers } from "./rows";

const blank = (text: unknown) => typeof text !== "string" || text.trim() === "";

/** A share as the language writes it, as percent with at most two decimals. */
const share = (language: Language) => z.string({ error: "share_shape" }).trim().pipe(typedAmount(language)).pipe(z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, "share_shape"));

/** One row of the form, its fields numbered from one. A row in which nothing but a relation was chosen is no row. */
const row = (n: number, language: Language) => ({
  [`name_${n}`]: z.string({ error: "nominee_name_missing" }).trim().min(1, "nominee_name_missing").max(120),
  [`relation_${n}`]: z.enum(relations, { error: "relation_missing" }),
  [`born_${n}`]: z.iso.date({ error: "born_shape" }),
  [`share_${n}`]: share(language),
  [`guardian_${n}`]: z.string().trim().max(120).optional(),
});

/** Which rows of the posted form say something. */
export function filledRows(form: FormData): number[] {
  return rowNumbers(mostNominees).filter((n) => ["name", "born", "share", "guardian"].some((part) => !blank(form.get(`${part}_${n}`))));
}

export const nomineesSchema = (rows: number[], language: Language) => z.object(Object.assign({}, ...rows.map((n) => row(n, language))) as ReturnType<typeof row>);

/** The rows as the desk takes them, in their order. */
export function nomineesOf(rows: number[], typed: Record<string, string | undefined>): Nominee[] {
  return rows.map((n) => ({
    name: typed[`name_${n}`] ?? "",
    relation: typed[`relation_${n}`] ?? "",
    born_on: typed[`born_${n}`] ?? "",
    share: typed[`share_${n}`] ?? "",
    guardian: typed[`guardian_${n}`] ?? null,
  }));
}
