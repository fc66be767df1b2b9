import { z } from "zod";

import { typedAmount } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";

/** A line that has to be there; the code says what to enter, because the summary on top shows the sentence without its label. */
export function line(missing: string, most: number) {
  return z.string({ error: missing }).trim().min(1, missing).max(most);
}

export function amountLine(missing: string, language: Language) {
  return z.string({ error: missing }).pipe(typedAmount(language));
}
