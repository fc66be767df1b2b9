import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import { intentField } from "../check-answers.server";
import { line } from "../fields.server";

/** The three things that can happen to a withdrawal here, each with what it needs. */
export const withdrawalSchema = () =>
  z.discriminatedUnion("step", [
    z.object({
      step: z.literal("send"),
      method: z.uuid({ error: "method_missing" }),
      transaction_reference: line("transaction_reference_missing", 120),
      key: requestKey(),
      intent: intentField(),
    }),
    z.object({ step: z.literal("confirm"), key: requestKey() }),
    z.object({ step: z.literal("returned"), reason: line("note_required", 500), key: requestKey() }),
  ]);
