import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import { line } from "../fields.server";

/** What can be done to one payout by hand: it arrived, it came back, or the whole of it is taken back. */
export const payoutSchema = () =>
  z.discriminatedUnion("step", [
    z.object({ step: z.literal("paid"), key: requestKey() }),
    z.object({ step: z.literal("returned"), reason: line("note_required", 500), key: requestKey() }),
    z.object({ step: z.literal("reverse"), reason: line("note_required", 500), key: requestKey() }),
  ]);
