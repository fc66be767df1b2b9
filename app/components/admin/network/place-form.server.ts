import { z } from "zod";

import { requestKey } from "~/forms/submission.server";
import { line } from "../fields.server";
import { placements } from "./placements";

/** Whom to place, as the members' list would find them, below whom, and where. */
export const placeSchema = () =>
  z.object({
    member: line("required", 120),
    sponsor: z.string().trim().max(120).optional().transform((text) => text || null),
    placement: z.enum(placements).optional(),
    key: requestKey(),
  });
