/** What deposits and payments for bookings read alike: an amount that was sent, the sender's reference of it, and a proof. */
import { z } from "zod";

import { keepUpload } from "~/files/keep-upload.server";
import type { Upload } from "~/files/read-upload.server";
import { refuseProblem, requestKey, typedAmount } from "~/forms/submission.server";
import type { Language } from "~/i18n/languages";
import type { KeptProof } from "./proof-field";

/** Fields of a payment that a member says was made. */
export const paymentFields = (language: Language) => ({
  intent: z.enum(["check", "confirm", "change"]).default("check"),
  amount: typedAmount(language),
  transaction_reference: z.string({ error: "transaction_reference_missing" }).trim().min(1, "transaction_reference_missing").max(120),
  file: z.uuid().optional(),
  file_name: z.string().max(200).optional(),
  key: requestKey(),
});

/** Stores the proof that came with this post; without one, that of an earlier post of the same form counts. */
export async function proofOf(token: string, upload: Upload | null, { file, file_name }: { file?: string; file_name?: string }): Promise<KeptProof> {
  if (upload) return { id: await keepUpload(token, upload), name: upload.name };
  return file === undefined ? null : { id: file, name: file_name ?? "" };
}

/** A problem at the field that is meant: the database calls the proof a file. */
export function refusePayment(submission: Parameters<typeof refuseProblem>[0], error: unknown) {
  return refuseProblem(submission, error, { fields: ["amount", "transaction_reference", "proof"], rename: { file: "proof" } });
}
