/** Challenges, sessions, sign-up. Postgres decides who somebody is; the web carries codes as keyed MACs and tokens as they are. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { orRefused, unlessRefused } from "./refused.server";
import { amount, codeOutcomes, count, currency, empty, id, instant, listSession, maybe } from "./shapes.server";

export type { CodeRefusal, ListedSession } from "./shapes.server";

/** `resend_after`: seconds until another code may be asked for. */
const begunSchema = z.object({ challenge: id, expires_at: instant, resend_after: count });
export type Begun = z.output<typeof begunSchema>;

type Begin = {
  challenge: string;
  email: string;
  mac: string;
  sealedCode: string;
  browser: string;
  ip: string;
  language: string;
  referral: string | null;
};

/** Opens a login challenge and queues the mail with the code. Answers alike for known and unknown emails. Throws `rate_limited`, `resend_too_soon`. */
export async function authBegin(begin: Begin): Promise<Begun> {
  return unlessRefused(
    await ask(
      orRefused(begunSchema),
      sql`select desk.auth_begin(p_challenge => ${begin.challenge}::uuid, p_email => ${begin.email}::text, p_mac => ${begin.mac}::text,
        p_sealed_code => ${begin.sealedCode}::text, p_browser => ${begin.browser}::text, p_ip => ${begin.ip}::text,
        p_language => ${begin.language}::text, p_referral => ${begin.referral}::text) as answer`,
    ),
  );
}

const verifiedSchema = z.union([
  z.object({ outcome: z.literal("signed_in"), audience: z.enum(["member", "staff"]), assurance: z.union([z.literal(1), z.literal(2)]), language: z.string().nullable() }),
  z.object({ outcome: z.literal("claimed") }),
  z.object({ outcome: z.literal("sign_up"), email: z.string(), referral: maybe(z.string()) }),
  ...codeOutcomes,
]);
export type Verified = z.output<typeof verifiedSchema>;

type Verify = { challenge: string; mac: string; browser: string; newToken: string; ip: string; userAgent: string };

/** One counted attempt at a login code. `newToken` becomes the session if it was right. */
export async function authVerify(attempt: Verify): Promise<Verified> {
  return unlessRefused(
    await ask(
      orRefused(verifiedSchema),
      sql`select desk.auth_verify(p_challenge => ${attempt.challenge}::uuid, p_mac => ${attempt.mac}::text, p_browser => ${attempt.browser}::text,
        p_new_token => ${attempt.newToken}::text, p_ip => ${attempt.ip}::text, p_user_agent => ${attempt.userAgent}::text) as answer`,
    ),
  );
}

const signUpFormSchema = z.object({ email: z.string(), referral: maybe(z.string()), terms_version: z.string() });
export type SignUpForm = z.output<typeof signUpFormSchema>;

/** What the sign-up page needs; only the token of a verified, unknown email opens it. */
export function authSignUpForm(token: string): Promise<SignUpForm> {
  return read(signUpFormSchema, sql`select desk.auth_sign_up_form(p_token => ${token}::text) as answer`);
}

const signedUpSchema = z.object({
  member: id,
  referral_code: z.string(),
  bonus: maybe(z.object({ amount, currency, state: z.string() })),
});
export type SignedUp = z.output<typeof signedUpSchema>;

type SignUp = {
  firstName: string;
  lastName: string;
  mobile: string;
  username: string | null;
  referral: string | null;
  ofAge: boolean;
  termsVersion: string;
  language: string;
  timezone: string;
};

/** Creates the member; the sign-up token ends and `newToken` is the member's session. */
export function authSignUp(token: string, newToken: string, person: SignUp): Promise<SignedUp> {
  return ask(
    signedUpSchema,
    sql`select desk.auth_sign_up(p_token => ${token}::text, p_new_token => ${newToken}::text, p_first_name => ${person.firstName}::text,
      p_last_name => ${person.lastName}::text, p_mobile => ${person.mobile}::text, p_username => ${person.username}::text,
      p_referral => ${person.referral}::text, p_of_age => ${person.ofAge}::boolean, p_terms_version => ${person.termsVersion}::text,
      p_language => ${person.language}::text, p_timezone => ${person.timezone}::text) as answer`,
  );
}

/** Ends the session of this token; says nothing about whether there was one. */
export async function authSignOut(token: string): Promise<void> {
  await ask(empty, sql`select desk.auth_sign_out(p_token => ${token}::text) as answer`);
}

/** What a mailed code can be for; who has an authenticator is asked for its code instead. */
export type StepUpPurpose = "staff_login" | "withdrawal" | "destination" | "authenticator" | "email_change" | "passkey" | "passkey_removal" | "reopening";

const stepUpSchema = begunSchema.extend({ sent_to: z.string() });
export type StepUpBegun = z.output<typeof stepUpSchema>;

type StepUp = { challenge: string; purpose: StepUpPurpose; context: string; mac: string; sealedCode: string; browser: string; ip: string };

/** Opens a challenge bound to what is being done and queues the mail that says so. Throws `rate_limited`, `resend_too_soon`. */
export async function authStepUpBegin(token: string, begin: StepUp): Promise<StepUpBegun> {
  return unlessRefused(
    await ask(
      orRefused(stepUpSchema),
      sql`select desk.auth_step_up_begin(p_token => ${token}::text, p_challenge => ${begin.challenge}::uuid, p_purpose => ${begin.purpose}::text,
        p_context => ${begin.context}::text, p_mac => ${begin.mac}::text, p_sealed_code => ${begin.sealedCode}::text,
        p_browser => ${begin.browser}::text, p_ip => ${begin.ip}::text) as answer`,
    ),
  );
}

const staffVerifiedSchema = z.union([z.object({ outcome: z.literal("signed_in") }), ...codeOutcomes]);
export type StaffVerified = z.output<typeof staffVerifiedSchema>;

/** Second code of a staff login: a new session with assurance 2 under `newToken`. */
export async function authStaffVerify(token: string, attempt: { newToken: string; challenge: string; mac: string; browser: string }): Promise<StaffVerified> {
  return unlessRefused(
    await ask(
      orRefused(staffVerifiedSchema),
      sql`select desk.auth_staff_verify(p_token => ${token}::text, p_new_token => ${attempt.newToken}::text, p_challenge => ${attempt.challenge}::uuid,
        p_mac => ${attempt.mac}::text, p_browser => ${attempt.browser}::text) as answer`,
    ),
  );
}

const sessionsSchema = z.object({ sessions: z.array(listSession) });
const revokedSchema = z.object({ revoked: count });

export function memberSessions(token: string): Promise<z.output<typeof sessionsSchema>> {
  return read(sessionsSchema, sql`select desk.member_sessions(p_token => ${token}::text) as answer`);
}

export function memberSessionRevoke(token: string, session: string): Promise<z.output<typeof revokedSchema>> {
  return ask(revokedSchema, sql`select desk.member_session_revoke(p_token => ${token}::text, p_session => ${session}::uuid) as answer`);
}

export function memberSessionsRevokeOthers(token: string): Promise<z.output<typeof revokedSchema>> {
  return ask(revokedSchema, sql`select desk.member_sessions_revoke_others(p_token => ${token}::text) as answer`);
}

export function staffSessions(token: string): Promise<z.output<typeof sessionsSchema>> {
  return read(sessionsSchema, sql`select desk.staff_sessions(p_token => ${token}::text) as answer`);
}

export function staffSessionRevoke(token: string, session: string): Promise<z.output<typeof revokedSchema>> {
  return ask(revokedSchema, sql`select desk.staff_session_revoke(p_token => ${token}::text, p_session => ${session}::uuid) as answer`);
}

export async function staffLanguage(token: string, language: string): Promise<void> {
  await ask(empty, sql`select desk.staff_language(p_token => ${token}::text, p_language => ${language}::text) as answer`);
}

export async function memberLanguage(token: string, language: string): Promise<void> {
  await ask(empty, sql`select desk.member_language(p_token => ${token}::text, p_language => ${language}::text) as answer`);
}
