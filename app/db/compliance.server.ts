/** Who members are: what they say about themselves, identity checks with their documents, nominees, and the end of an account. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { kyc, kycDocument, profile } from "./compliance-shapes.server";
import { amount, count, currency, day, empty, file, id, maybe, state, walletKind } from "./shapes.server";

export type { Kyc, KycDocument, Profile } from "./compliance-shapes.server";

const profileSchema = z.object({ profile, name_locked: z.boolean(), photo: maybe(id) });

export function memberProfile(token: string): Promise<z.output<typeof profileSchema>> {
  return read(profileSchema, sql`select desk.member_profile(p_token => ${token}::text) as answer`);
}

export type ProfileDraft = { firstName: string; lastName: string; mobile: string; country: string | null; address: string | null; state: string | null; zip: string | null; city: string | null; language: string };

/** The same again changes nothing. */
export async function memberProfileSave(token: string, draft: ProfileDraft): Promise<void> {
  await ask(
    empty,
    sql`select desk.member_profile_save(p_token => ${token}::text, p_first_name => ${draft.firstName}::text, p_last_name => ${draft.lastName}::text,
      p_mobile => ${draft.mobile}::text, p_country => ${draft.country}::text, p_address => ${draft.address}::text, p_state => ${draft.state}::text,
      p_zip => ${draft.zip}::text, p_city => ${draft.city}::text, p_language => ${draft.language}::text) as answer`,
  );
}

export const memberKycSchema = kyc.extend({ required: z.boolean() });
export type MemberKyc = z.output<typeof memberKycSchema>;

export function memberKyc(token: string): Promise<MemberKyc> {
  return read(memberKycSchema, sql`select desk.member_kyc(p_token => ${token}::text) as answer`);
}

export type DocumentDraft = {
  document: string;
  kind: string;
  /** sealed by the application; null for an Aadhaar, of which only the last four exist */
  sealed: string | null;
  last4: string;
  index: string | null;
  ifsc: string | null;
  expiresOn: string | null;
  file: { name: string; mime: string; bytes: number; sha256: string };
  key: string;
};

const addedSchema = z.object({ document: id });

/** Answers the document's id: another one than given when this form had been sent before. */
export async function memberKycDocumentAdd(token: string, draft: DocumentDraft): Promise<string> {
  const added = await ask(
    addedSchema,
    sql`select desk.member_kyc_document_add(p_token => ${token}::text, p_document => ${draft.document}::uuid, p_kind => ${draft.kind}::text,
      p_number_sealed => ${draft.sealed}::text, p_number_last4 => ${draft.last4}::text, p_number_index => ${draft.index}::text, p_ifsc => ${draft.ifsc}::text,
      p_expires_on => ${draft.expiresOn}::date, p_file_name => ${draft.file.name}::text, p_mime => ${draft.file.mime}::text,
      p_bytes => ${draft.file.bytes}::integer, p_sha256 => ${draft.file.sha256}::text, p_key => ${draft.key}::uuid) as answer`,
  );
  return added.document;
}

export async function memberKycDocumentRemove(token: string, document: string, key: string): Promise<void> {
  await ask(empty, sql`select desk.member_kyc_document_remove(p_token => ${token}::text, p_document => ${document}::uuid, p_key => ${key}::uuid) as answer`);
}

const submittedSchema = z.object({ kyc: id, reference: z.string(), request: id });

export function memberKycSubmit(token: string, key: string): Promise<z.output<typeof submittedSchema>> {
  return ask(submittedSchema, sql`select desk.member_kyc_submit(p_token => ${token}::text, p_key => ${key}::uuid) as answer`);
}

const fileSchema = z.object({ file });

export function memberKycFile(token: string, document: string): Promise<z.output<typeof fileSchema>> {
  return read(fileSchema, sql`select desk.member_kyc_file(p_token => ${token}::text, p_document => ${document}::uuid) as answer`);
}

/** That it was opened is written down, so this is not repeated blindly. */
export function staffKycFile(token: string, document: string): Promise<z.output<typeof fileSchema>> {
  return ask(fileSchema, sql`select desk.staff_kyc_file(p_token => ${token}::text, p_document => ${document}::uuid) as answer`);
}

export function staffKycReview(token: string, kycId: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_kyc_review(p_token => ${token}::text, p_kyc => ${kycId}::uuid, p_key => ${key}::uuid) as answer`);
}

const staffDocumentSchema = z.object({ document: kycDocument, member: z.object({ id, name: z.string() }), may_reveal: z.boolean() });

export function staffKycDocument(token: string, document: string): Promise<z.output<typeof staffDocumentSchema>> {
  return read(staffDocumentSchema, sql`select desk.staff_kyc_document(p_token => ${token}::text, p_document => ${document}::uuid) as answer`);
}

const revealedSchema = z.object({ document: id, sealed: z.string() });

/** The sealed number. Throws `step_up_required` unless the second step of signing in was taken just now. */
export async function staffKycReveal(token: string, document: string, reason: string): Promise<z.output<typeof revealedSchema>> {
  return ask(revealedSchema, sql`select desk.staff_kyc_reveal(p_token => ${token}::text, p_document => ${document}::uuid, p_reason => ${reason}::text) as answer`);
}

const nominee = z.object({ name: z.string(), relation: z.string(), born_on: day, share: amount, guardian: maybe(z.string()) });
export type Nominee = z.output<typeof nominee>;
export const nomineesSchema = z.object({ nominees: z.array(nominee) });

export function memberNominees(token: string): Promise<z.output<typeof nomineesSchema>> {
  return read(nomineesSchema, sql`select desk.member_nominees(p_token => ${token}::text) as answer`);
}

/** Names all of them anew; the same again changes nothing. Throws `shares_not_whole` unless the shares are the whole. */
export async function memberNomineesSave(token: string, nominees: Nominee[]): Promise<void> {
  await ask(empty, sql`select desk.member_nominees_save(p_token => ${token}::text, p_nominees => ${nominees}::jsonb) as answer`);
}

/** What may be in the way of closing: the kinds that `desk.closing_obstacles` knows. */
const obstacleKinds = ["balance", "investments", "deposits", "withdrawals", "payouts", "awaiting", "requests", "bookings"] as const;
const obstacle = z.object({ kind: z.enum(obstacleKinds), count: maybe(count), wallet: maybe(walletKind), amount: maybe(amount), currency: maybe(currency) });
export type Obstacle = z.output<typeof obstacle>;
const closeCheckSchema = z.object({ obstacles: z.array(obstacle), retention_days: count });

/** What is in the way of closing the account; nothing when it can be closed. */
export function memberCloseCheck(token: string): Promise<z.output<typeof closeCheckSchema>> {
  return read(closeCheckSchema, sql`select desk.member_close_check(p_token => ${token}::text) as answer`);
}

/** Closes the account and ends every session of it. */
export async function memberClose(token: string, key: string): Promise<void> {
  await ask(state, sql`select desk.member_close(p_token => ${token}::text, p_key => ${key}::uuid) as answer`);
}
