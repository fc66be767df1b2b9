import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import { intentField } from "../check-answers.server";

/** The three things that can happen to a withdrawal here, each with what it needs. */
export const withdrawalSchema = () =>
  z.discriminatedUnion("step", [
    z.object({
      step: z.literal("send"),
      method: z.uuid({ error: "invalid_choice" }),
      transaction_reference: z.string().trim().min(1).max(120),
      key: requestKey(),
      intent: intentField(),
    }),
    z.object({ step: z.literal("confirm"), key: requestKey() }),
    z.object({ step: z.literal("returned"), reason: z.string().trim().min(1).max(500), key: requestKey() }),
  ]);
