import { z } from "zod";

import { requestKey, typedAmount } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import { line } from "../fields.server";

/** Approve, reject (with a reason) or take back a request; the hash is that of what was on the page. */
export const decideSchema = (language: Language) =>
  z.discriminatedUnion("decision", [
    z.object({
      decision: z.literal("approve"),
      received: z.union([z.literal("").transform(() => null), typedAmount(language)]).optional(),
      approve_note: z.string().trim().max(1000).optional(),
      payload_hash: z.string().regex(/^[0-9a-f]{64}$/),
      key: requestKey(),
    }),
    z.object({
      decision: z.literal("reject"),
      reject_note: line("note_required", 1000),
      payload_hash: z.string().regex(/^[0-9a-f]{64}$/),
      key: requestKey(),
    }),
    z.object({ decision: z.literal("cancel"), key: requestKey() }),
    /** an identity check is prepared by one person before another decides */
    z.object({ decision: z.literal("review"), kyc: z.uuid(), key: requestKey() }),
  ]);
