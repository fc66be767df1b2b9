/** The operator's own documents: kept by staff with every version, and those that are public for everybody. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import type { Attachment } from "./messaging.server";
import { count, day, empty, file, id, instant, maybe } from "./shapes.server";

export const paperKinds = ["licence", "certificate", "policy", "report", "other"] as const;
const kind = z.enum(paperKinds);

const paper = z.object({
  id,
  kind,
  title: z.string(),
  issuer: z.string(),
  public: z.boolean(),
  review_on: maybe(day),
  retired_at: maybe(instant),
  valid_until: maybe(day),
  /** its review or end comes within thirty days, or has passed */
  due: maybe(z.boolean()),
  state: z.enum(["active", "soon", "expired", "retired"]),
});
export type Paper = z.output<typeof paper>;

const version = z.object({ id, no: count, valid_from: day, valid_until: maybe(day), name: z.string(), bytes: count, added_at: instant, added_by: z.string() });
export type PaperVersion = z.output<typeof version>;

export function staffPapers(token: string): Promise<{ papers: Paper[] }> {
  return read(z.object({ papers: z.array(paper) }), sql`select desk.staff_papers(p_token => ${token}::text) as answer`);
}

export function staffPaper(token: string, paperId: string): Promise<{ paper: Paper & { versions: PaperVersion[] } }> {
  return read(z.object({ paper: paper.extend({ versions: z.array(version) }) }), sql`select desk.staff_paper(p_token => ${token}::text, p_paper => ${paperId}::uuid) as answer`);
}

export function staffPaperFile(token: string, versionId: string): Promise<{ file: z.output<typeof file> }> {
  return read(z.object({ file }), sql`select desk.staff_paper_file(p_token => ${token}::text, p_version => ${versionId}::uuid) as answer`);
}

export type PaperFacts = { kind: string; title: string; issuer: string; public: boolean; reviewOn: string | null };
export type Validity = { validFrom: string; validUntil: string | null };

export function staffPaperAdd(token: string, facts: PaperFacts, validity: Validity, given: Attachment | null, key: string): Promise<{ paper: string; file: string }> {
  return ask(
    z.object({ paper: id, file: id }),
    sql`select desk.staff_paper_add(p_token => ${token}::text, p_kind => ${facts.kind}::text, p_title => ${facts.title}::text, p_issuer => ${facts.issuer}::text,
      p_public => ${facts.public}::boolean, p_review_on => ${facts.reviewOn}::date, p_valid_from => ${validity.validFrom}::date, p_valid_until => ${validity.validUntil}::date,
      p_file => ${given?.id ?? null}::uuid, p_name => ${given?.name ?? null}::text, p_mime => ${given?.mime ?? null}::text, p_bytes => ${given?.bytes ?? null}::integer,
      p_sha256 => ${given?.sha256 ?? null}::text, p_key => ${key}::uuid) as answer`,
  );
}

/** A new version; the ones before are kept. */
export function staffPaperReplace(token: string, paperId: string, validity: Validity, given: Attachment | null, key: string): Promise<{ file: string }> {
  return ask(
    z.object({ file: id }),
    sql`select desk.staff_paper_replace(p_token => ${token}::text, p_paper => ${paperId}::uuid, p_valid_from => ${validity.validFrom}::date,
      p_valid_until => ${validity.validUntil}::date, p_file => ${given?.id ?? null}::uuid, p_name => ${given?.name ?? null}::text, p_mime => ${given?.mime ?? null}::text,
      p_bytes => ${given?.bytes ?? null}::integer, p_sha256 => ${given?.sha256 ?? null}::text, p_key => ${key}::uuid) as answer`,
  );
}

export async function staffPaperSave(token: string, paperId: string, facts: PaperFacts): Promise<void> {
  await ask(
    empty,
    sql`select desk.staff_paper_save(p_token => ${token}::text, p_paper => ${paperId}::uuid, p_kind => ${facts.kind}::text, p_title => ${facts.title}::text,
      p_issuer => ${facts.issuer}::text, p_public => ${facts.public}::boolean, p_review_on => ${facts.reviewOn}::date) as answer`,
  );
}

export async function staffPaperRetire(token: string, paperId: string): Promise<void> {
  await ask(empty, sql`select desk.staff_paper_retire(p_token => ${token}::text, p_paper => ${paperId}::uuid) as answer`);
}

const publicPaper = z.object({ id, kind, title: z.string(), issuer: z.string(), valid_from: day, valid_until: maybe(day), mime: z.string(), bytes: count });

export function publicPapers(): Promise<{ papers: z.output<typeof publicPaper>[] }> {
  return read(z.object({ papers: z.array(publicPaper) }), sql`select desk.public_papers() as answer`);
}

/** Throws `not_found` of everything that is not public and in force. */
export function publicPaperFile(versionId: string): Promise<{ file: z.output<typeof file> }> {
  return read(z.object({ file }), sql`select desk.public_paper_file(p_version => ${versionId}::uuid) as answer`);
}
