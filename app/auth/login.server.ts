/**
 * Login by mailed code. remix-auth and remix-auth-totp carry the flow, Postgres decides.
 *
 * As published, the package keeps the email, the secret and the count of attempts in a cookie that the browser may edit: another email in
 * it signs in as somebody else, wrong codes are never counted, and a used code works again. So the package only makes the code and calls
 * `sendTOTP`; its cookies are neither set nor read (its requests are made here, without any), its own check is never reached, and a
 * second strategy asks the database instead.
 */
import { randomBytes, randomUUID } from "node:crypto";

import { Authenticator } from "remix-auth";
import { Strategy } from "remix-auth/strategy";
import { TOTPStrategy } from "remix-auth-totp";

import { Problem } from "~/db/db-error.server";
import { authBegin, authVerify, type Verified } from "~/db/identity.server";
import { pendingChallengeCookie, readPendingChallenge, resendAt } from "./challenge.server";
import { codeDigits, codeMac, sealCode } from "./code.server";
import { browserOf, newToken } from "./cookies.server";

/** Seals the package's own tokens, which are thrown away: nobody else needs to open them, so it lives as long as this process. */
const packageSecret = randomBytes(32).toString("hex");

const codePage = "/login/code";

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What a person typed as an email, as the database keeps it. */
export function normalEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

type LoginRequest = { request: Request; ip: string; language: string; email: string; referral: string | null; next: string | null };

/**
 * Makes a code, opens its challenge and queues the mail. Answers the Set-Cookie lines of the pending challenge.
 * The same work and the same answer whether or not anybody has this email. Throws `rate_limited`, `resend_too_soon`, `invalid_input`.
 */
export async function sendLoginCode({ request, ip, language, email, referral, next }: LoginRequest): Promise<Headers> {
  const browser = browserOf(request);
  let cookie: string | undefined;
  let failure: unknown;

  const strategy = new TOTPStrategy<never>(
    {
      secret: packageSecret,
      totpGeneration: { algorithm: "SHA-256", charSet: "0123456789", digits: codeDigits, period: 600 },
      validateEmail: async (candidate) => candidate.length <= 254 && emailShape.test(candidate),
      sendTOTP: async ({ code }) => {
        const challenge = randomUUID();
        try {
          const begun = await authBegin({
            challenge,
            email,
            mac: codeMac({ challenge, code, browser: browser.id, context: "" }),
            sealedCode: sealCode(code),
            browser: browser.id,
            ip,
            language,
            referral,
          });
          cookie = pendingChallengeCookie({ purpose: "login", challenge: begun.challenge, sentTo: email, resendAt: resendAt(begun.resend_after), referral, next });
        } catch (error) {
          // The package would turn it into a redirect with the message in a cookie.
          failure = error;
          throw error;
        }
      },
      emailSentRedirect: codePage,
      failureRedirect: "/login",
      successRedirect: "/",
    },
    async () => {
      throw new Error("the package's own check must never be reached");
    },
  );

  const authenticator = new Authenticator<never>().use(strategy, "mail code");
  const outcome = await authenticator
    .authenticate("mail code", new Request(new URL("/login", request.url), { method: "POST", body: new URLSearchParams({ email }) }))
    .catch((thrown: unknown) => thrown);
  if (failure !== undefined) throw failure;
  if (!(outcome instanceof Response)) throw outcome instanceof Error ? outcome : new Error("the login flow did not answer");
  if (cookie === undefined) throw new Problem("invalid_input", { field: "email" });

  const headers = new Headers({ "Set-Cookie": cookie });
  if (browser.cookie) headers.append("Set-Cookie", browser.cookie);
  return headers;
}

export type CheckedCode =
  /** nothing waits for a code in this browser */
  | { outcome: "lost" }
  | { outcome: "signed_in"; audience: "member" | "staff"; language: string | null; token: string; next: string | null }
  | { outcome: "sign_up"; token: string; next: string | null }
  | Exclude<Verified, { outcome: "signed_in" | "sign_up" }>;

type Attempt = { request: Request; code: string };

/** Asks the database whether the code is right: one counted attempt, whatever the browser sent along. */
class PostgresCodeStrategy extends Strategy<CheckedCode, Attempt> {
  override name = "postgres code";

  override async authenticate(request: Request): Promise<CheckedCode> {
    const form = await request.formData();
    const code = form.get("code");
    return this.verify({ request, code: typeof code === "string" ? code : "" });
  }
}

/** Checks a login code. `code` is six digits; the challenge and the browser come from their sealed cookies. */
export async function checkLoginCode({ request, ip, code }: { request: Request; ip: string; code: string }): Promise<CheckedCode> {
  const strategy = new PostgresCodeStrategy(async (attempt) => {
    const waiting = readPendingChallenge(attempt.request, "login");
    if (!waiting) return { outcome: "lost" };
    const { challenge, next } = waiting.pending;
    // Without its cookie a browser is a new one: the attempt is counted and wrong.
    const browser = browserOf(attempt.request).id;
    const token = newToken();
    const answer = await authVerify({
      challenge,
      mac: codeMac({ challenge, code: attempt.code, browser, context: "" }, waiting.secret),
      browser,
      newToken: token,
      ip,
      userAgent: (attempt.request.headers.get("user-agent") ?? "").slice(0, 300),
    });
    if (answer.outcome === "signed_in") return { outcome: "signed_in", audience: answer.audience, language: answer.language, token, next };
    if (answer.outcome === "sign_up") return { outcome: "sign_up", token, next };
    return answer;
  });
  const headers = new Headers({ cookie: request.headers.get("cookie") ?? "", "user-agent": request.headers.get("user-agent") ?? "" });
  return new Authenticator<CheckedCode>()
    .use(strategy)
    .authenticate(strategy.name, new Request(request.url, { method: "POST", headers, body: new URLSearchParams({ code }) }));
}
