/**
 * THE BRIDGE. Everything the web says to Postgres goes through `ask` and `read`: one desk function, one statement, one answer,
 * parsed by zod before anybody sees it. Runs as coffer_web, which may execute desk functions and nothing else.
 */
import { setTimeout as sleep } from "node:timers/promises";

import postgres from "postgres";
import type { z } from "zod";

import { env, required } from "~/http/env.server";
import { failureKind, isFault, Problem, toProblem } from "./db-error.server";
import { countRoundTrip } from "./round-trips.server";

export { Problem } from "./db-error.server";
export { roundTrips, withRoundTrips } from "./round-trips.server";

/** jsonb arguments are plain objects or lists; postgres.js writes them as JSON. */
type JsonObject = Readonly<Record<string, string | null>>;
export type JsonArgument = JsonObject | readonly (JsonObject | string | readonly string[])[];
export type Argument = string | number | boolean | null | JsonArgument;
export type Statement = { readonly text: TemplateStringsArray; readonly values: readonly Argument[] };

/** A statement not yet sent, so that it can be sent again. Values become parameters; there is no way to splice text in. */
export function sql(text: TemplateStringsArray, ...values: Argument[]): Statement {
  return { text, values };
}

type Options = {
  url: string;
  /** connections; Postgres answers best with few, people queue here instead */
  connections: number;
  /** false behind a transaction pooler older than pgbouncer 1.21 */
  prepare: boolean;
  /** how the connections call themselves to Postgres */
  name?: string;
  /** jobs may take longer than a person would wait */
  statementTimeoutMs?: number;
};

/** More callers than this wait for no connection: better a quick 503 than a page that comes after everybody left. */
const waitingPerConnection = 40;
const webStatementTimeoutMs = 15_000;
const attempts = 4;

let pool: postgres.Sql | undefined;
let options: Options | undefined;
let pending = 0;
let reportFault: (problem: Problem) => void = writeFault;

function optionsFromEnvironment(): Options {
  const { DATABASE_POOL, DATABASE_PREPARE } = env();
  return { url: required("DATABASE_URL_WEB"), connections: DATABASE_POOL, prepare: DATABASE_PREPARE ?? true };
}

const asText = (value: string): string => value;

function connect({ url, connections, prepare, name = "coffer-web", statementTimeoutMs = webStatementTimeoutMs }: Options): postgres.Sql {
  return postgres(url, {
    max: connections,
    prepare,
    // Types of our own statements are known; asking for them would be a round trip per connection.
    fetch_types: false,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: name, statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: statementTimeoutMs },
    types: {
      // A JS Date would move a calendar day over a zone's midnight.
      day: { to: 1082, from: [1082], serialize: asText, parse: asText },
      instant: { to: 1184, from: [1114, 1184], serialize: asText, parse: asText },
    },
  });
}

function openPool(): postgres.Sql {
  options ??= optionsFromEnvironment();
  pool ??= connect(options);
  return pool;
}

/** Ends the pool: at shutdown, after the last request has been answered. */
export async function closeDatabase(): Promise<void> {
  const ending = pool;
  pool = undefined;
  options = undefined;
  // A pool whose connections were cut never ends by itself; whoever closes it has no call under way any more.
  await ending?.end({ timeout: 1 });
}

/** Speaks to this database from now on instead of DATABASE_URL_WEB: for tests and the story runner. */
export async function useDatabase(chosen: Pick<Options, "url"> & Partial<Options>): Promise<void> {
  await closeDatabase();
  options = { connections: 10, prepare: true, ...chosen };
}

/** Where faults are told to; the server gives its logger here. Never receives what a person typed. */
export function onFault(report: (problem: Problem) => void): void {
  reportFault = report;
}

function writeFault(problem: Problem): void {
  process.stderr.write(`${JSON.stringify({ level: "error", message: "database fault", ...faultFacts(problem) })}\n`);
}

/** What a log may hold of a fault: neither parameters nor DETAIL, which repeat values of the row. */
export function faultFacts(problem: Problem): Record<string, unknown> {
  const cause = problem.cause;
  if (!(cause instanceof Error)) return { problem: problem.code };
  const { code, severity, schema_name, table_name, constraint_name, routine, where } = cause as Error & Record<string, unknown>;
  return { problem: problem.code, code, severity, error: cause.message, schema_name, table_name, constraint_name, routine, where, stack: cause.stack };
}

async function send(statement: Statement): Promise<unknown> {
  const sqlTag = openPool();
  const room = (options?.connections ?? 1) * waitingPerConnection;
  if (pending >= room) throw new Problem("unavailable", { params: { retry_after: "2" } });
  pending += 1;
  countRoundTrip();
  try {
    const values = statement.values.map((value) => (value !== null && typeof value === "object" ? sqlTag.json(value) : value));
    const rows = await sqlTag(statement.text, ...values);
    return rows[0]?.answer;
  } finally {
    pending -= 1;
  }
}

/** Waits a little longer and a little differently each time, so that those who collided do not meet again. */
function pause(attempt: number, kind: "undone" | "lost"): Promise<void> {
  const base = kind === "undone" ? 10 : 60;
  return sleep(base * 2 ** attempt * (0.5 + Math.random()));
}

async function sendAgain(statement: Statement, repeatable: boolean): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(statement);
    } catch (error) {
      const kind = failureKind(error);
      // A broken connection leaves open whether the commit arrived: only a read or a request key makes asking again harmless.
      const again = kind === "undone" || (kind === "lost" && repeatable);
      if (!again || attempt + 1 >= attempts) throw error;
      await pause(attempt, kind);
    }
  }
}

async function answer<S extends z.ZodType>(schema: S, statement: Statement, repeatable: boolean): Promise<z.output<S>> {
  let problem: Problem;
  try {
    const parsed = schema.safeParse(await sendAgain(statement, repeatable));
    if (parsed.success) return parsed.data;
    problem = new Problem("internal", { cause: new Error(`${statement.text[0]?.trim() ?? ""}… answered an unexpected shape: ${parsed.error.message}`) });
  } catch (error) {
    problem = toProblem(error);
  }
  if (isFault(problem)) reportFault(problem);
  throw problem;
}

const carriesKey = (statement: Statement): boolean => statement.text.some((part) => part.includes("p_key =>"));

/**
 * Asks the desk for something that may change the database. Throws `Problem`.
 * Asked again only if it was certainly undone (deadlock, serialization), or if the connection broke and it carries a request key.
 */
export async function ask<S extends z.ZodType>(schema: S, statement: Statement): Promise<z.output<S>> {
  return answer(schema, statement, carriesKey(statement));
}

export type Reader = typeof read;

/**
 * Asks the desk several things that are all answered as of one moment, over one connection, reading only: for what is too long for one answer. Nothing is
 * asked again; who calls begins anew. Throws `Problem`.
 */
export async function inSnapshot<T>(work: (read: Reader) => Promise<T>): Promise<T> {
  try {
    // The cast: the driver's type says that what a transaction answers is unwrapped like a list of promises.
    return (await openPool().begin("isolation level repeatable read read only", (tx) => work(async (schema, statement) => {
      countRoundTrip();
      const rows = await tx(statement.text, ...statement.values.map((value) => (value !== null && typeof value === "object" ? tx.json(value) : value)));
      return schema.parse(rows[0]?.answer);
    }))) as T;
  } catch (error) {
    throw toProblem(error);
  }
}

/**
 * Asks the desk for something that may change the database and takes longer than a call of this process may (`statementTimeoutMs`): it is given up after so many minutes.
 * Never asked again; who calls must be harmless to repeat. Throws `Problem`.
 */
export async function askLong<S extends z.ZodType>(schema: S, statement: Statement, minutes: number): Promise<z.output<S>> {
  try {
    return (await openPool().begin(async (tx) => {
      await tx.unsafe(`set local statement_timeout = '${minutes.toFixed(0)}min'`);
      countRoundTrip();
      const rows = await tx(statement.text, ...statement.values.map((value) => (value !== null && typeof value === "object" ? tx.json(value) : value)));
      return schema.parse(rows[0]?.answer);
    })) as z.output<S>;
  } catch (error) {
    throw toProblem(error);
  }
}

/** Asks the desk for something that changes nothing, so that a broken connection may simply be repeated. Throws `Problem`. */
export async function read<S extends z.ZodType>(schema: S, statement: Statement): Promise<z.output<S>> {
  return answer(schema, statement, true);
}
