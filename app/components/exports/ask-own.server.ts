/** Asking for a long file about the member, on the page of what it is of. */
import { redirect } from "@remix-run/node";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { memberExportAsk } from "~/db/own-export.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import { isDay } from "~/money/dates";

const day = z.string().refine(isDay, "invalid_date");
const narrowed = z.string().max(40).default("").transform((value) => value || null);

const schemas = {
  statement: () => z.object({ from: day, until: day, wallet: narrowed, currency: narrowed, format: z.enum(["pdf", "csv", "json"]), key: requestKey() }),
  my_data: () => z.object({ key: requestKey() }).transform((value) => ({ ...value, from: null, until: null, wallet: null, currency: null, format: "json" as const })),
};

/** Leads to the list of files; a refusal is an answer of the page. */
export function askOwnExport(request: Request, report: keyof typeof schemas) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schemas[report]());
    if (submission.status !== "success") return refuse(submission);
    try {
      await memberExportAsk(token, { ...submission.value, report, language: languageOf(request) });
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["format"], rename: { to: "until" } });
    }
    return redirect("/exports?asked=1");
  });
}
