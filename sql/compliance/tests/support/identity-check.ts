/** Identity checks through the desk, as pages make them; numbers come sealed, so here they are letters. */
import { createHash, randomBytes, randomUUID } from "node:crypto";

import type { Desk } from "../../../tests/support/builders";

export const address = { country: "IN", address: "1 Test Road", state: "KA", zip: "560001", city: "Bengaluru" };
export const macOf = (number: string) => createHash("sha256").update(number).digest("hex");

type Token = { token: string };
type Made = { document: string };

export function identityChecks(desk: Desk) {
  const profile = (who: Token, change: Record<string, unknown> = {}) =>
    desk.ask("member_profile_save", { token: who.token, first_name: "Ann", last_name: "Test", mobile: `+1555${randomBytes(4).readUInt32BE().toString().padStart(10, "0")}`, ...address, language: "en", ...change });

  const document = (who: Token, change: Record<string, unknown> = {}) =>
    desk.ask("member_kyc_document_add", {
      token: who.token, document: randomUUID(), kind: "pan", number_sealed: `p1.k1.${randomBytes(40).toString("base64url")}`, number_last4: "234F", number_index: macOf(randomUUID()), ifsc: null, expires_on: null,
      file_name: "card.pdf", mime: "application/pdf", bytes: 1000, sha256: macOf(randomUUID()), key: randomUUID(), ...change,
    }) as Promise<Made>;

  const submit = (who: Token) => desk.ask("member_kyc_submit", { token: who.token, key: randomUUID() });
  const review = (staff: Token, kyc: string) => desk.ask("staff_kyc_review", { token: staff.token, kyc, key: randomUUID() });
  const state = async (who: Token): Promise<string> => (await desk.ask("member_kyc", { token: who.token })).state as string;

  /** Everything a member has to give, handed in. */
  const handedIn = async (who: Token, change: Record<string, unknown> = {}) => {
    await profile(who);
    const { document: id } = await document(who, change);
    const { kyc, request } = await submit(who);
    return { document: id, kyc: kyc as string, request: request as string };
  };

  const approved = async (who: Token, operations: Token, finance: Token, change: Record<string, unknown> = {}) => {
    const made = await handedIn(who, change);
    await review(operations, made.kyc);
    await desk.decide(finance, made.request);
    return made;
  };

  return { profile, document, submit, review, state, handedIn, approved };
}
