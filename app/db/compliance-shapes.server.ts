/** Shapes of a person and of an identity check, shared by what members and staff see. */
import { z } from "zod";

import { count, day, id, instant, maybe, tracker } from "./shapes.server";

export const profile = z.object({
  first_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  mobile: maybe(z.string()),
  country: maybe(z.string()),
  address: maybe(z.string()),
  state: maybe(z.string()),
  zip: maybe(z.string()),
  city: maybe(z.string()),
  language: z.string(),
});
export type Profile = z.output<typeof profile>;

export const documentKind = z.enum(["pan", "aadhaar", "passport", "bank"]);

export const kycDocument = z.object({
  id,
  kind: documentKind,
  last4: z.string(),
  ifsc: maybe(z.string()),
  expires_on: maybe(day),
  expired: z.boolean(),
  file_name: z.string(),
  mime: z.string(),
  bytes: count,
  added_at: instant,
  /** whether there is a whole number to be revealed */
  sealed: z.boolean(),
});
export type KycDocument = z.output<typeof kycDocument>;

export const kyc = z.object({
  id: maybe(id),
  reference: maybe(z.string()),
  state: z.enum(["draft", "submitted", "in_review", "approved", "rejected", "expired"]),
  reason: maybe(z.string()),
  expires_on: maybe(day),
  submitted_at: maybe(instant),
  /** what it needs before it can be handed in */
  lacks: maybe(z.enum(["profile", "identity", "expired"])),
  /** kinds that end soon: a new one can be handed in while the check stands */
  renewable: z.array(documentKind),
  renewal: maybe(z.object({ state: z.enum(["submitted", "in_review"]), submitted_at: instant, document: kycDocument })),
  documents: z.array(kycDocument),
  tracker,
});
export type Kyc = z.output<typeof kyc>;
