/**
 * The cookies of a login. On https they are `__Host-` ones: Secure, without Domain, for the whole site, so that
 * neither a subdomain nor plain http can plant them.
 */
import { randomBytes } from "node:crypto";

import { env } from "~/http/env.server";
import { seal, unseal } from "./seal.server";

const names = {
  /** the raw session token and nothing else */
  session: "coffer",
  /** the challenge that waits for its code, sealed */
  challenge: "coffer_challenge",
  /** a random id of this browser, sealed: a code works only where it was asked for */
  browser: "coffer_browser",
  /** what the page of recovery codes shows once, sealed */
  codes: "coffer_codes",
  /** the staff session that waits while a member's pages are looked at */
  staff: "coffer_staff",
} as const;

type CookieKind = keyof typeof names;

const onHttps = (): boolean => env().PUBLIC_URL.startsWith("https:");

export function cookieName(kind: CookieKind): string {
  return onHttps() ? `__Host-${names[kind]}` : names[kind];
}

function cookieIn(header: string | null, kind: CookieKind): string | null {
  const wanted = cookieName(kind);
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim();
  }
  return null;
}

/** A Set-Cookie line. Values are base64url and a dot, so nothing needs escaping. `maxAge` in seconds; absent: until the browser closes. */
function setCookie(kind: CookieKind, value: string, maxAge?: number): string {
  const parts = [`${cookieName(kind)}=${value}`, "Path=/", "HttpOnly", "SameSite=Lax"];
  if (onHttps()) parts.push("Secure");
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  return parts.join("; ");
}

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The raw session token in a Cookie header, or null. Whether it opens anything is the database's to say. */
export function sessionToken(cookieHeader: string | null): string | null {
  const value = cookieIn(cookieHeader, "session");
  return value !== null && tokenShape.test(value) ? value : null;
}

export function sessionCookie(token: string): string {
  return setCookie("session", token);
}

/**
 * The staff session that waits while a member's pages are looked at, or null. It counts beside the token of that look alone: who signs in
 * afterwards in the same browser never becomes the one who looked.
 */
export function waitingStaffToken(cookieHeader: string | null): string | null {
  const [staff = "", view = ""] = (cookieIn(cookieHeader, "staff") ?? "").split(".");
  return tokenShape.test(staff) && view !== "" && view === sessionToken(cookieHeader) ? staff : null;
}

/** A look at a member's pages begins: its token stands where the staff session stood, which waits beside it. */
export function viewCookies(token: string, staffToken: string): [string, string] {
  return [sessionCookie(token), setCookie("staff", `${staffToken}.${token}`)];
}

/** It is over: the staff session stands where it stood. */
export function viewEndedCookies(staffToken: string): [string, string] {
  return [sessionCookie(staffToken), endedStaffCookie()];
}

export function endedSessionCookie(): string {
  return setCookie("session", "", 0);
}

export function endedStaffCookie(): string {
  return setCookie("staff", "", 0);
}

/** Outlives the code by a while, so that a late one is told "expired" rather than "start again". */
const challengeMinutes = 30;
const browserDays = 365;

export function challengeCookie(content: string): string {
  return setCookie("challenge", seal("cookie seal", "challenge", content), challengeMinutes * 60);
}

export function endedChallengeCookie(): string {
  return setCookie("challenge", "", 0);
}

export function readChallengeCookie(request: Request): { text: string; secret: number } | null {
  const value = cookieIn(request.headers.get("cookie"), "challenge");
  return value === null ? null : unseal("cookie seal", "challenge", value);
}

const codesMinutes = 10;

export function codesCookie(content: string): string {
  return setCookie("codes", seal("cookie seal", "codes", content), codesMinutes * 60);
}

export function endedCodesCookie(): string {
  return setCookie("codes", "", 0);
}

export function readCodesCookie(request: Request): string | null {
  const value = cookieIn(request.headers.get("cookie"), "codes");
  return value === null ? null : (unseal("cookie seal", "codes", value)?.text ?? null);
}

export type Browser = {
  id: string;
  /** a Set-Cookie line when the browser had no id yet */
  cookie: string | null;
};

/** The id of this browser; a new one when there is none or when it is not one of ours. */
export function browserOf(request: Request): Browser {
  const value = cookieIn(request.headers.get("cookie"), "browser");
  const known = value === null ? null : unseal("cookie seal", "browser", value);
  if (known) return { id: known.text, cookie: null };
  const id = newToken();
  return { id, cookie: setCookie("browser", seal("cookie seal", "browser", id), browserDays * 24 * 3600) };
}
