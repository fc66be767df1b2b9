import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import type { DocumentKind } from "./document-kinds";

/** What people put between the letters of a number does not count. */
const bare = (text: string) => text.replace(/[\s\u00a0-]/g, "").toUpperCase();

const number = (shape: RegExp, fault: string) => z.string({ error: fault }).max(80).transform(bare).pipe(z.string().regex(shape, fault));

/**
 * Only the last four of an Aadhaar, alone or behind a mask. A whole one is refused before it goes anywhere: it must not be kept.
 */
const aadhaar = () =>
  z
    .string({ error: "aadhaar_shape" })
    .max(80)
    .transform(bare)
    .pipe(z.string().refine((text) => !/^[0-9]{5,}$/.test(text), { error: "aadhaar_whole", abort: true }).regex(/^(?:[X*•]{8})?[0-9]{4}$/, "aadhaar_shape"))
    .transform((text) => text.slice(-4));

const lastDay = () => z.iso.date({ error: "expires_shape" });

export const documentSchema = (kind: DocumentKind) => {
  const common = { key: requestKey() };
  const nothing = { ifsc: z.undefined().optional(), expires_on: z.undefined().optional() };
  switch (kind) {
    case "pan":
      return z.object({ ...common, ...nothing, number: number(/^[A-Z]{3}[ABCFGHLJPT][A-Z][0-9]{4}[A-Z]$/, "pan_shape") });
    case "aadhaar":
      return z.object({ ...common, ...nothing, number: aadhaar() });
    case "passport":
      return z.object({ ...common, ifsc: z.undefined().optional(), number: number(/^[A-Z0-9]{6,9}$/, "passport_shape"), expires_on: lastDay() });
    case "bank":
      return z.object({
        ...common,
        expires_on: z.undefined().optional(),
        number: number(/^[0-9A-Z]{5,34}$/, "account_number_shape"),
        ifsc: z.string().transform(bare).pipe(z.string().regex(/^[A-Z]{4}0[A-Z0-9]{6}$/, "ifsc_shape")).optional(),
      });
  }
};

export type TypedDocument = { number: string; ifsc?: string | undefined; expires_on?: string | undefined; key: string };
