/** Signing in and up, by the calls the pages make. Whoever makes the keyed hash of a code has, so to say, read the mail. */
import { randomBytes, randomUUID } from "node:crypto";

import { authBegin, authSignOut, authSignUp, authStaffVerify, authStepUpBegin, authVerify, type StepUpPurpose } from "../../app/db/identity.server";
import type { Proof } from "../../app/db/funding-out.server";
import { publicSite } from "../../app/db/public.server";
import { emailOf, staff, type MemberCast } from "./cast";
import { idOf, tokenOf, type World } from "./world";

const userAgent = "Coffer demonstration";
const newToken = (): string => randomBytes(32).toString("base64url");
const newProof = (): Proof => ({ challenge: randomUUID(), mac: randomBytes(32).toString("hex"), browser: randomUUID() });

/** Limits count per address; people of a demonstration do not share one. Addresses of RFC 2544, which nobody has. */
let lastHost = 0;
function someAddress(): string {
  lastHost += 1;
  return `198.18.${Math.floor(lastHost / 250)}.${(lastHost % 250) + 1}`;
}

async function proveEmail(email: string, outcome: "signed_in" | "sign_up"): Promise<string> {
  const proof = newProof();
  const token = newToken();
  const ip = someAddress();
  await authBegin({ ...proof, email, sealedCode: "", ip, language: "en", referral: null });
  const verified = await authVerify({ ...proof, newToken: token, ip, userAgent });
  if (verified.outcome !== outcome) throw new Error(`${email}: ${verified.outcome} instead of ${outcome}`);
  return token;
}

/** A proven code for exactly one thing. */
export async function stepUp(token: string, purpose: StepUpPurpose, context: string): Promise<Proof> {
  const proof = newProof();
  await authStepUpBegin(token, { ...proof, purpose, context, sealedCode: "", ip: someAddress() });
  return proof;
}

/** The first staff are appointed by whoever installs Coffer: there is nobody yet who could do it on a page. */
export async function appointStaff({ admin }: World, at: Date): Promise<void> {
  for (const { label, name, role } of staff) {
    await admin.query("insert into identity.staff (email, name, role, created_at) values ($1, $2, $3, $4)", [emailOf(label), name, role, at.toISOString()]);
  }
}

export async function signInStaff(world: World, label: string): Promise<void> {
  const first = await proveEmail(emailOf(label), "signed_in");
  const second = newToken();
  const verified = await authStaffVerify(first, { ...(await stepUp(first, "staff_login", "staff_login")), newToken: second });
  if (verified.outcome !== "signed_in") throw new Error(`${label}: ${verified.outcome}`);
  world.tokens.set(label, second);
}

export async function signUp(world: World, person: MemberCast): Promise<void> {
  const begun = await proveEmail(emailOf(person.label), "sign_up");
  const token = newToken();
  const { terms_version } = await publicSite();
  const joined = await authSignUp(begun, token, {
    firstName: person.first,
    lastName: person.last,
    mobile: person.mobile,
    username: person.username,
    referral: person.referredBy === null ? null : idOf(world, `code of ${person.referredBy}`),
    ofAge: true,
    termsVersion: terms_version,
    language: person.language,
    timezone: person.timezone,
  });
  world.tokens.set(person.label, token);
  world.ids.set(`code of ${person.label}`, joined.referral_code);
}

export async function signEverybodyOut(world: World): Promise<void> {
  await Promise.all([...world.tokens.keys()].map((label) => authSignOut(tokenOf(world, label))));
}
