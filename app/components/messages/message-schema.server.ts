import { z } from "zod";

import { requestKey } from "~/forms/submission.server";

/** What is written, as it was typed. A browser sends each line's end as two characters, which nobody typed and nobody should be short of. */
export const words = (missing = "message_missing") =>
  z
    .string({ error: missing })
    .transform((text) => text.replace(/\r\n?/g, "\n"))
    .pipe(z.string().refine((text) => text.trim() !== "", { error: missing, abort: true }).max(5000));

export const writingSchema = () => z.object({ body: words(), key: requestKey() });

/** How far back a conversation is read, from the address. */
export function beforeOf(request: Request): number | null {
  const before = new URL(request.url).searchParams.get("before");
  return before !== null && /^[1-9]\d{0,8}$/.test(before) ? Number.parseInt(before, 10) : null;
}
