/** The one queue of everything that needs a person. */
import { z } from "zod";

import { ask, read, sql } from "./db.server";
import { amount, count, currency, id, instant, maybe, pageOf, state, type Paging } from "./shapes.server";

export const request = z.object({
  id,
  reference: z.string(),
  kind: z.string(),
  subject_id: maybe(z.string()),
  subject_label: maybe(z.string()),
  amount: maybe(amount),
  currency: maybe(currency),
  member: maybe(z.object({ id, name: z.string() })),
  maker: z.object({ id: maybe(z.string()), name: z.string(), type: z.string() }),
  needed: count,
  given: count,
  state: z.string(),
  created_at: instant,
  decided_at: maybe(instant),
  note: maybe(z.string()),
  /** whether this member of staff may decide it; the database decides again when it is tried */
  may_decide: z.boolean(),
  why_not: maybe(z.string()),
  /** the person who looks asked for it */
  mine: z.boolean(),
  /** the person who looks has decided it already; two people are two people */
  spoken: z.boolean(),
});
export type ApprovalRequest = z.output<typeof request>;

export type RequestFilter = { state?: string | null; kind?: string | null; search?: string | null };

const requestsSchema = pageOf(request);

export function staffRequests(token: string, filter: RequestFilter = {}, { cursor = null, limit = 25 }: Paging = {}): Promise<z.output<typeof requestsSchema>> {
  return read(
    requestsSchema,
    sql`select desk.staff_requests(p_token => ${token}::text, p_state => ${filter.state ?? null}::text, p_kind => ${filter.kind ?? null}::text,
      p_search => ${filter.search ?? null}::text, p_cursor => ${cursor}::text, p_limit => ${limit}::integer) as answer`,
  );
}

const json = z.record(z.string(), z.json());

const requestDetailSchema = z.object({
  request: request.extend({ payload: json, payload_hash: z.string() }),
  decisions: z.array(z.object({ by: z.string(), decision: z.string(), note: maybe(z.string()), at: instant })),
  evidence: maybe(json),
});
export type RequestDetail = z.output<typeof requestDetailSchema>;

/** A request with what it would do and what speaks for it; the evidence differs by kind. */
export function staffRequest(token: string, requestId: string): Promise<RequestDetail> {
  return read(requestDetailSchema, sql`select desk.staff_request(p_token => ${token}::text, p_request => ${requestId}::uuid) as answer`);
}

type Decide = {
  request: string;
  decision: "approve" | "reject";
  note: string | null;
  /** hash of what was seen: another one is `payload_changed` */
  payloadHash: string | null;
  /** amount really received, for a deposit */
  received: string | null;
  key: string;
};

const decidedSchema = z.object({ state: z.string(), given: count, needed: count });
export type Decided = z.output<typeof decidedSchema>;

export function staffDecide(token: string, decide: Decide): Promise<Decided> {
  return ask(
    decidedSchema,
    sql`select desk.staff_decide(p_token => ${token}::text, p_request => ${decide.request}::uuid, p_decision => ${decide.decision}::text,
      p_note => ${decide.note}::text, p_payload_hash => ${decide.payloadHash}::text, p_received => ${decide.received}::text,
      p_key => ${decide.key}::uuid) as answer`,
  );
}

/** Takes a request of one's own back. */
export function staffCancelRequest(token: string, requestId: string, key: string): Promise<z.output<typeof state>> {
  return ask(state, sql`select desk.staff_cancel_request(p_token => ${token}::text, p_request => ${requestId}::uuid, p_key => ${key}::uuid) as answer`);
}

const batchSchema = z.object({
  items: z.array(request.extend({ payload_hash: z.string() })),
  totals: z.array(z.object({ currency, count, amount })),
  /** that may be approved after these */
  more: count,
  /** that wait for somebody else */
  others: count,
});
export type Batch = z.output<typeof batchSchema>;

/** The oldest 500 requests of a kind that this person may approve, with their sums. */
export function staffBatch(token: string, filter: { kind: string; search: string | null; only: string[] | null }): Promise<Batch> {
  return read(batchSchema, sql`select desk.staff_batch(p_token => ${token}::text, p_kind => ${filter.kind}::text, p_search => ${filter.search}::text, p_only => ${filter.only}::jsonb) as answer`);
}

const batchDoneSchema = z.object({ approved: count, counted: count, refused: z.array(z.object({ request: id, reference: maybe(z.string()), code: z.string(), params: z.record(z.string(), z.unknown()) })) });
export type BatchDone = z.output<typeof batchDoneSchema>;

/** Approves many requests as they were read; each refusal comes back by name. */
export function staffDecideBatch(token: string, decided: { requests: { request: string; hash: string }[]; key: string }): Promise<BatchDone> {
  return ask(batchDoneSchema, sql`select desk.staff_decide_batch(p_token => ${token}::text, p_requests => ${decided.requests}::jsonb, p_key => ${decided.key}::uuid) as answer`);
}
