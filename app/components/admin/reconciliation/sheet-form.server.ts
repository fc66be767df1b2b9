import { z } from "zod";

import { explanations } from "./explanations";
import { requestKey } from "~/forms/submission.server";

/** Several ticks of one name arrive as a list, a single one as text. */
const ticks = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((found) => (found === undefined ? [] : Array.isArray(found) ? found : [found]));

/** What can be done on a day's sheet: explain what is ticked, match a line, take a match back, submit. */
export const sheetSchema = () =>
  z.object({
    step: z.enum(["items", "unmatch", "submit"]),
    on: z.iso.date(),
    key: requestKey(),
    items: ticks,
    reason: z.enum(explanations).optional(),
    note: z
      .string()
      .trim()
      .max(500)
      .optional()
      .transform((text) => text || null),
    /** `<line>|<entry>`: the button of a candidate */
    match: z.string().regex(/^[0-9a-f-]{36}\|\d{1,18}-\d{1,9}$/).optional(),
    line: z.uuid().optional(),
  });
