/**
 * WebAuthn: what a browser is asked to sign, and whether one of the person's passkeys has signed it. Which step-up that answers, and that
 * it answers one once, is decided by Postgres (docs/decisions/022).
 */
import { randomBytes } from "node:crypto";

import { generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

import type { Passkey, Passkeys } from "~/db/identity-passkey.server";
import { transports } from "~/db/passkey-shape.server";
import { env } from "~/http/env.server";
import type { PasskeyQuestion } from "./passkey-button";

/** This site as passkeys know it: they sign for no other. */
function site(): { origin: string; id: string } {
  const { origin, hostname } = new URL(env().PUBLIC_URL);
  return { origin, id: hostname };
}

const toBase64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64url");
const toHex = (base64: string): string => Buffer.from(base64, "base64url").toString("hex");

/** 256 random bits, base64url: what is signed. */
export function newWords(): string {
  return randomBytes(32).toString("base64url");
}

/** What is asked of whom; sealed into the form, so that neither can be exchanged. */
export const offerSchema = z.object({ words: z.string(), credentials: z.array(z.object({ id: z.string(), transports })) });
export type PasskeyOffer = z.output<typeof offerSchema>;

export function offerTo(passkeys: readonly Passkey[], words: string): PasskeyOffer {
  return { words, credentials: passkeys.map((one) => ({ id: toBase64(one.credential), transports: one.transports })) };
}

const patience = 60_000;

/** For the button; the browser asks the person for a PIN or a finger. */
export function questionOf({ words, credentials }: PasskeyOffer): PasskeyQuestion {
  return { challenge: words, rpId: site().id, timeout: patience, userVerification: "required", allowCredentials: credentials.map((one) => ({ ...one, type: "public-key" as const })) };
}

const text = z.string().max(4000);
const common = { id: text, rawId: text, type: z.literal("public-key"), clientExtensionResults: z.looseObject({}), authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional() };
const signedSchema = z.object({ ...common, response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }) });
const madeSchema = z.object({ ...common, response: z.object({ clientDataJSON: text, attestationObject: z.string().max(20_000), transports: z.array(z.string()).optional() }) });

function parsed<S extends z.ZodType>(schema: S, posted: string): z.output<S> | null {
  try {
    return schema.parse(JSON.parse(posted));
  } catch {
    return null;
  }
}

/** Which passkey signed, and how often it says it has. Null: none of these, or not these words, this site or a person who was asked. */
export async function verifySigned(posted: string, words: string, passkeys: readonly Passkey[]): Promise<{ passkey: string; counter: number } | null> {
  const response = parsed(signedSchema, posted);
  const known = response && passkeys.find(({ credential }) => credential === toHex(response.id));
  if (!known) return null;
  const { origin, id } = site();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: words,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      // Zero, because whether the counter has risen is for the database to say, under its lock.
      credential: { id: response.id, publicKey: new Uint8Array(Buffer.from(known.public_key, "hex")), counter: 0 },
    });
    return verified ? { passkey: known.id, counter: authenticationInfo.newCounter } : null;
  } catch {
    // The library throws for whatever does not fit: to us it is one more answer that is not right.
    return null;
  }
}

/** What the browser needs to make a passkey for this person; it refuses where one of theirs lies already. */
export async function makingOptions({ company, email, subject, passkeys }: Passkeys, words: string) {
  return generateRegistrationOptions({
    rpName: company,
    rpID: site().id,
    userName: email,
    userDisplayName: email,
    userID: new Uint8Array(Buffer.from(subject.replaceAll("-", ""), "hex")),
    challenge: new Uint8Array(Buffer.from(words, "base64url")),
    timeout: 5 * patience,
    attestationType: "none",
    excludeCredentials: offerTo(passkeys, words).credentials,
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}

/** The new passkey as the database keeps it. Null: nothing that was made for these words here. */
export async function verifyMade(posted: string, words: string): Promise<{ credential: string; publicKey: string; counter: number; transports: string[] } | null> {
  const response = parsed(madeSchema, posted);
  if (!response) return null;
  const { origin, id } = site();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({ response: response as RegistrationResponseJSON, expectedChallenge: words, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true });
    if (!verified) return null;
    const { credential } = registrationInfo;
    // Ways that we do not know are no reason to refuse: browsers then look by themselves.
    const known = transports.safeParse(response.response.transports ?? []);
    return { credential: toHex(credential.id), publicKey: Buffer.from(credential.publicKey).toString("hex"), counter: credential.counter, transports: known.success ? [...new Set(known.data)] : [] };
  } catch {
    return null;
  }
}
