/**
 * What the browser carries between asking for a code and typing it: sealed, so that it can be neither read nor changed. The email in
 * it is shown and used to send another code, never to sign in: who signs in stands in the database's challenge row.
 */
import { z } from "zod";

import { localPath } from "~/http/local-path";
import { challengeCookie, readChallengeCookie } from "./cookies.server";

const schema = z.object({
  purpose: z.enum(["login", "staff_login"]),
  challenge: z.uuid(),
  sentTo: z.string(),
  /** when another code may be asked for */
  resendAfter: z.string(),
  referral: z.string().nullable(),
  next: z.string().nullable(),
});

export type PendingChallenge = z.output<typeof schema>;

export function pendingChallengeCookie(pending: PendingChallenge): string {
  return challengeCookie(JSON.stringify(pending));
}

/** The challenge that waits in this browser, and which secret it was begun with. Null when there is none, or a forged one. */
export function readPendingChallenge(request: Request, purpose: PendingChallenge["purpose"]): { pending: PendingChallenge; secret: number } | null {
  const cookie = readChallengeCookie(request);
  if (!cookie) return null;
  const parsed = schema.safeParse(JSON.parse(cookie.text));
  if (!parsed.success || parsed.data.purpose !== purpose) return null;
  const { next } = parsed.data;
  return { pending: { ...parsed.data, next: next === null ? null : localPath(next) }, secret: cookie.secret };
}

/** Whole seconds until another code may be asked for; 0 when it may be now. */
export function secondsToResend(pending: PendingChallenge): number {
  return Math.max(0, Math.ceil((Date.parse(pending.resendAfter) - Date.now()) / 1000));
}
