/** Identity checks: what members hand in, and who looks at it. */
import { randomUUID } from "node:crypto";

import { memberKycSubmit, memberProfileSave, staffKycReview } from "../../app/db/compliance.server";
import { keepDocument } from "../../app/files/kyc-documents.server";
import { members } from "./cast";
import { approve, reject } from "./operator";
import { page } from "./proof";
import { idOf, tokenOf, type World } from "./world";

type Home = { country: string; address: string; zip: string; city: string };
type Check = { who: string; kind: "passport" | "pan"; number: string; expiresOn: string | null; home: Home };

/** Fills in the address, adds the document and hands both in; answers the request. */
async function handInFor(world: World, { who, kind, number, expiresOn, home }: Check): Promise<string> {
  const person = members.find(({ label }) => label === who);
  if (!person) throw new Error(`nobody is called ${who}`);
  const token = tokenOf(world, who);
  await memberProfileSave(token, { firstName: person.first, lastName: person.last, mobile: person.mobile, state: null, language: person.language, ...home });
  const lines = [kind === "pan" ? "Permanent Account Number" : "Passport", "", `${person.first} ${person.last}`, `Number: ${number}`, ...(expiresOn === null ? [] : [`Valid until: ${expiresOn}`]), "Specimen of the demonstration"];
  await keepDocument(token, { kind, number, ifsc: null, expiresOn, key: randomUUID() }, { name: `${kind}.pdf`, type: "application/pdf", bytes: page(lines) });
  const { kyc, request } = await memberKycSubmit(token, randomUUID());
  world.ids.set(`identity of ${who}`, kyc);
  return request;
}

const review = (world: World, who: string) => staffKycReview(tokenOf(world, "operations"), idOf(world, `identity of ${who}`), randomUUID());

/** Waits for somebody to take it into review. */
export async function handIn(world: World, check: Check): Promise<void> {
  await handInFor(world, check);
}

export async function proveIdentity(world: World, check: Check): Promise<void> {
  const request = await handInFor(world, check);
  await review(world, check.who);
  await approve(world, request);
}

export async function failIdentity(world: World, check: Check, reason: string): Promise<void> {
  const request = await handInFor(world, check);
  await review(world, check.who);
  await reject(world, request, reason);
}
