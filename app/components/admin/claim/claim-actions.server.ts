/** The forms of a claim's page, told apart by their button. */
import { z } from "zod";

import { line } from "~/components/admin/fields.server";
import type { Said } from "~/components/admin/said";
import { staffClaim, staffClaimCancel, staffClaimFileAdd, staffClaimOpen, staffClaimPay, staffClaimSettle, type Estate, type PayeeAccount } from "~/db/claim.server";
import { isProblem, Problem } from "~/db/db-error.server";
import { attachUpload } from "~/files/attach-upload.server";
import { sealClaimDocument } from "~/files/claim-documents.server";
import type { Upload } from "~/files/read-upload.server";
import { accepted, requestKey } from "~/forms/submission.server";

const key = requestKey();
const text = z.string().trim().max(1000).optional();

export const claimAction = () =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("open"), died_on: z.iso.date({ error: "died_on_missing" }), reported_by: line("reported_by_missing", 200), note: text, understood: z.preprocess((value) => value === "on", accepted()), key }),
    z.object({ intent: z.literal("file"), key }),
    // One account for each nominee, its fields numbered as the nominees are.
    z.object({ intent: z.literal("pay"), key }).catchall(z.string().trim().max(200)),
    z.object({ intent: z.literal("cancel"), reason: line("claim_reason_missing", 1000), key }),
    z.object({ intent: z.literal("settle"), key }),
  ]);
type ClaimAction = z.output<ReturnType<typeof claimAction>>;

const accountsOf = (claim: Estate, typed: Record<string, unknown>): PayeeAccount[] => {
  const field = (name: string) => (typeof typed[name] === "string" ? typed[name] : "");
  return claim.nominees.map(({ id }, index) => ({ nominee: id, account_name: field(`account_name_${index + 1}`), account_number: field(`account_number_${index + 1}`), ifsc: field(`ifsc_${index + 1}`) || null }));
};

/** Does what the form asks for, and answers where that leads. Which claim is meant is read again: the page may be old, its keys are not. */
export async function actOnClaim(token: string, member: string, action: ClaimAction, upload: Upload | null): Promise<{ said: Said; request?: string }> {
  if (action.intent === "open") {
    await attachUpload(upload, (file) => staffClaimOpen(token, { member, diedOn: action.died_on, reportedBy: action.reported_by, note: action.note ?? null, file, key: action.key }), sealClaimDocument);
    return { said: "claimOpened" };
  }
  const { claim } = await staffClaim(token, member);
  if (claim === null) throw new Problem("not_found");
  switch (action.intent) {
    case "file":
      await attachUpload(upload, (file) => staffClaimFileAdd(token, claim.id, file, action.key), sealClaimDocument);
      return { said: "saved" };
    case "pay":
      return { said: "asked", request: (await staffClaimPay(token, claim.id, accountsOf(claim, action), action.key)).request };
    case "cancel":
      await staffClaimCancel(token, claim.id, action.reason, action.key);
      return { said: "claimCancelled" };
    case "settle":
      await staffClaimSettle(token, claim.id, action.key);
      return { said: "closed" };
  }
}

const payeeSentences = { account_name: "account_name_missing", account_number: "account_number_missing", ifsc: "invalid_ifsc" } as const;

/** What is wrong with a nominee's account, at its field. */
export function payeeFault(error: unknown): { field: string; code: string } | null {
  if (!isProblem(error) || error.code !== "invalid_input" || error.field === undefined) return null;
  const [, part = ""] = /^(account_name|account_number|ifsc)_\d+$/.exec(error.field) ?? [];
  const code = payeeSentences[part as keyof typeof payeeSentences] as string | undefined;
  return code === undefined ? null : { field: error.field, code };
}
