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
  /** milliseconds since 1970, when another code may be asked for */
  resendAt: z.number(),
  referral: z.string().nullable(),
  next: z.string().nullable(),
  /** whose code is asked for; null or absent: the mailed one */
  authenticator: z.object({ id: z.uuid(), sealed: z.string() }).nullable().default(null),
  /** the words that a passkey may sign instead; null or absent: none */
  words: z.string().nullable().default(null),
});

export type PendingChallenge = z.output<typeof schema>;

export function pendingChallengeCookie(pending: z.input<typeof schema>): string {
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

/** The instant `seconds` from now, as the cookie keeps it. */
export function resendAt(seconds: number): number {
  return Date.now() + seconds * 1000;
}

/** Whole seconds until another code may be asked for; 0 when it may be now. */
export function secondsToResend(pending: PendingChallenge): number {
  return Math.max(0, Math.ceil((pending.resendAt - Date.now()) / 1000));
}
