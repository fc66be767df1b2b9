/** Signing up, signing in and stepping up, by the same calls as the pages: only the mail with the code is not read. */
import { randomBytes, randomUUID } from "node:crypto";

import { z } from "zod";

import { authBegin, authSignUp, authStaffVerify, authStepUpBegin, authVerify, isProblem, type StepUpPurpose } from "./bridge.ts";
import type { ActionOf } from "./actions.ts";
import { StoryFault } from "./fault.ts";
import { accepted, type SignUp, type StaffMember, type World } from "./world.ts";

const ip = "127.0.0.1";
const userAgent = "story";

export const newToken = (): string => randomBytes(32).toString("base64url");

/** The database compares keyed hashes of codes; whoever made the hash has, so to say, read the mail. */
export type Proof = { challenge: string; mac: string; browser: string };
const newProof = (): Proof => ({ challenge: randomUUID(), mac: randomBytes(32).toString("hex"), browser: randomUUID() });

/** Proves an email. A known one is signed in under the token, an unknown one may sign up with it. */
async function proveEmail(email: string): Promise<{ token: string; outcome: "signed_in" | "sign_up" }> {
  const proof = newProof();
  const token = newToken();
  await authBegin({ ...proof, email, sealedCode: "sealed", ip, language: "en", referral: null });
  const { outcome } = accepted(await authVerify({ ...proof, newToken: token, ip, userAgent }), "signed_in", "sign_up");
  return { token, outcome };
}

/** Step-up for exactly one thing: the context names it. */
export async function stepUp(token: string, purpose: StepUpPurpose, context: string): Promise<Proof> {
  const proof = newProof();
  await authStepUpBegin(token, { ...proof, purpose, context, sealedCode: "sealed", ip });
  return proof;
}

/** What the person types as referral code: the sponsor's; their own new username if they name themselves; else what stands there. */
function typedReferral(world: World, step: ActionOf<"register">, username: string): string | null {
  if (step.sponsor === undefined) return null;
  if (step.sponsor === step.member && !world.members.has(step.member)) return username;
  return world.members.get(step.sponsor)?.referralCode ?? step.sponsor;
}

async function prepareSignUp(world: World, step: ActionOf<"register">): Promise<SignUp> {
  const begun = world.signUps.get(step.member);
  if (begun && step.again) return begun;
  const number = world.counter();
  // A label is one person: whoever begins a second sign-up does so with the same email.
  const { email, username, mobile } = begun ?? { email: `member-${number}@story.test`, username: `story${number}`, mobile: `+1555${String(number).padStart(7, "0")}` };
  const signUp = { token: (await proveEmail(email)).token, username, mobile, email };
  world.signUps.set(step.member, signUp);
  return signUp;
}

/** What tax at credit asks of a member. A story has no papers: the document stands as if it had been handed in, where anybody looks for it. */
async function handInPan(world: World, member: string): Promise<void> {
  if (world.settings.tax_regime !== "IN") return;
  await world.db.admin.run(
    `with k as (insert into compliance.kyc (member_id, reference, state, opened_at, submitted_at)
       select m.id, 'K-' || m.id, 'submitted', $2::timestamptz, $2::timestamptz from identity.members m where m.public_id = $1::uuid
       on conflict (member_id) do nothing returning member_id)
     insert into compliance.documents (id, member_id, kind, number_sealed, number_last4, number_index, file_name, mime, bytes, sha256, added_at)
     select gen_random_uuid(), k.member_id, 'pan', 'p1.k1.' || repeat('A', 60), '0000', sha256(convert_to(k.member_id::text, 'UTF8')), 'pan.pdf', 'application/pdf', 1, sha256('pan'), $2::timestamptz from k`,
    [member, world.now],
  );
}

/** A new member; with `again` the same sign-up once more, which must not make a second one. */
export async function registerMember(world: World, step: ActionOf<"register">): Promise<() => Promise<void>> {
  if (world.members.has(step.member) && !step.again) throw new StoryFault("member", "a new label, or `again`", JSON.stringify(step.member));
  const signUp = await prepareSignUp(world, step);
  const referral = typedReferral(world, step, signUp.username);
  return async () => {
    const token = newToken();
    try {
      const member = await authSignUp(signUp.token, token, {
        firstName: "Member", lastName: signUp.username, mobile: signUp.mobile, username: signUp.username, referral,
        ofAge: true, termsVersion: world.termsVersion, language: "en", timezone: world.settings.timezone,
      });
      world.members.set(step.member, { token, referralCode: member.referral_code, id: member.member });
      if (step.pan) await handInPan(world, member.member);
    } catch (error) {
      // The first one has used the token up: the person is sent to the sign-in page and finds the account there.
      if (!step.again || !isProblem(error) || !["signed_out", "email_taken", "mobile_taken"].includes(error.code)) throw error;
      const { token: session, outcome } = await proveEmail(signUp.email);
      if (outcome !== "signed_in") throw error;
      const member = world.members.get(step.member);
      if (member) world.members.set(step.member, { ...member, token: session });
      // A PAN that comes later comes with the same sign-up.
      if (member && step.pan) await handInPan(world, member.id);
    }
  };
}

/** Staff are appointed by an operator, not by signing up. Somebody who is a member too is linked to that member. */
export async function registerStaff(world: World, label: string, role: string): Promise<StaffMember> {
  const number = world.counter();
  const person: StaffMember = { email: `staff-${number}@story.test`, token: null };
  await world.db.admin.run(
    `insert into identity.staff (email, name, role, member_id, created_at)
     values ($1, $2, $3, (select id from identity.members where public_id = $4::uuid), $5::timestamptz)`,
    [person.email, `Staff ${number}`, role, world.members.get(label)?.id ?? null, world.now],
  );
  world.staff.set(label, person);
  return person;
}

/** Somebody whom an import has brought signs in by email, as they had always done elsewhere. */
export async function signInImported(world: World, label: string, email: string): Promise<void> {
  const { token, outcome } = await proveEmail(email);
  const [member] = await world.db.admin.rows(z.object({ id: z.string(), code: z.string() }), "select public_id::text as id, referral_code as code from identity.members where origin = $1", [label]);
  if (outcome !== "signed_in" || member === undefined) throw new StoryFault("members", "somebody whom the import brought", label);
  world.members.set(label, { token, referralCode: member.code, id: member.id });
}

/** A staff session with both steps taken. */
export async function staffToken(world: World, label: string, role: "operations" | "finance" | "admin"): Promise<string> {
  const person = world.staff.get(label) ?? (await registerStaff(world, label, role));
  if (person.token === null) {
    const { token } = await proveEmail(person.email);
    const proof = await stepUp(token, "staff_login", "staff_login");
    const session = newToken();
    accepted(await authStaffVerify(token, { ...proof, newToken: session }), "signed_in");
    person.token = session;
  }
  return person.token;
}
