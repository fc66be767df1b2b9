import { z } from "zod";

import { line } from "~/components/admin/fields.server";
import { paperKinds, type PaperFacts, type Validity } from "~/db/vault.server";
import { requestKey } from "~/forms/submission.server";

const day = (missing: string) => z.iso.date({ error: missing });
const dayOrNone = z.union([z.literal(""), z.iso.date()]).optional().transform((text) => text || null);

const facts = {
  kind: z.enum(paperKinds, { error: "paper_kind_missing" }),
  title: line("paper_title_missing", 160),
  issuer: line("paper_issuer_missing", 160),
  public: z.literal("on").optional(),
  review_on: dayOrNone,
};
const validity = { valid_from: day("valid_from_missing"), valid_until: dayOrNone };

export const newPaper = () => z.object({ ...facts, ...validity, key: requestKey() });

/** The forms of a document's page, told apart by what they do. */
export const paperAction = () =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("save"), ...facts }),
    z.object({ intent: z.literal("replace"), ...validity, key: requestKey() }),
    z.object({ intent: z.literal("retire") }),
  ]);

export const factsOf = (typed: { kind: string; title: string; issuer: string; public?: "on" | undefined; review_on: string | null }): PaperFacts => ({ kind: typed.kind, title: typed.title, issuer: typed.issuer, public: typed.public === "on", reviewOn: typed.review_on });
export const validityOf = (typed: { valid_from: string; valid_until: string | null }): Validity => ({ validFrom: typed.valid_from, validUntil: typed.valid_until });
