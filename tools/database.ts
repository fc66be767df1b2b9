/** The database a start works on: our own server in the data folder, or the one of DATABASE_URL. */
import { readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";

import type { Environment } from "../app/http/env.server";
import { migrate, roles } from "../sql/migrate";
import { startCluster } from "./cluster";
import { hasEnded } from "./has-ended";

const name = "coffer";

export type RolePasswords = { web: string; worker: string; queue: string };

export type Database = {
  adminUrl: string;
  webUrl: string;
  workerUrl: string;
  queueUrl: string;
  /** stops our own server; nothing to do for a foreign one */
  stop: () => Promise<void>;
};

function urlFor(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}

async function createIfMissing(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

function addresses(adminUrl: string, passwords: RolePasswords, stop: () => Promise<void>): Database {
  return {
    adminUrl,
    webUrl: urlFor(adminUrl, roles.web, passwords.web),
    workerUrl: urlFor(adminUrl, roles.worker, passwords.worker),
    queueUrl: urlFor(adminUrl, roles.queue, passwords.queue),
    stop,
  };
}

/** A server that somebody else runs. */
export function foreignDatabase(adminUrl: string, passwords: RolePasswords): Database {
  return addresses(adminUrl, passwords, () => Promise.resolve());
}

export async function openDatabase(environment: Environment, passwords: RolePasswords, superuserPassword: string): Promise<Database> {
  if (environment.DATABASE_URL) return foreignDatabase(environment.DATABASE_URL, passwords);
  const dir = path.join(environment.COFFER_HOME, "postgres");
  const cluster = await startCluster({ dir, superuserPassword });
  await createIfMissing(cluster.url("postgres", "postgres", superuserPassword));
  const leave = bringBack(dir, async () => {
    const again = await startCluster({ dir, superuserPassword, port: cluster.port });
    if (again.port === cluster.port) return;
    // Its old memory was still held when it tried our port. Web and worker look for it there, so it is asked to try again.
    await again.stop();
    throw new Error("the port is not free yet");
  });
  return addresses(cluster.url("postgres", name, superuserPassword), passwords, () => {
    leave();
    return cluster.stop();
  });
}

/**
 * Starts our own server again, on the same port, when it died by itself: it recovers from its log, and web and worker
 * find it where it was. Answers how to stop watching.
 */
function bringBack(dir: string, start: () => Promise<unknown>): () => void {
  let busy = false;
  let told = false;
  const timer = setInterval(() => {
    if (busy || isServing(dir)) return;
    busy = true;
    if (!told) process.stderr.write("PostgreSQL ended by itself; starting it again\n");
    told = true;
    start().then(
      () => {
        busy = false;
        told = false;
        process.stderr.write("PostgreSQL is back\n");
      },
      // The next tick tries again; a folder that cannot be served shows in /readyz and in the server's own log.
      () => (busy = false),
    );
  }, 1000);
  timer.unref();
  return () => clearInterval(timer);
}

function isServing(dir: string): boolean {
  try {
    const pid = Number.parseInt(readFileSync(path.join(dir, "postmaster.pid"), "utf8"), 10);
    return !hasEnded(pid);
  } catch {
    return false;
  }
}

/** Migrates, and settles whether this database is a sandbox: a demo becomes one, production refuses one. */
export async function prepareDatabase(database: Database, passwords: RolePasswords, demo: boolean): Promise<void> {
  await migrate({ adminUrl: database.adminUrl, passwords });
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    if (demo) {
      await client.query("update core.clock set sandbox = true where not sandbox");
      return;
    }
    const { rows } = await client.query<{ sandbox: boolean }>("select sandbox from core.clock");
    if (rows[0]?.sandbox) throw new Error("this database belongs to a demonstration (its clock can be moved); give production a database of its own");
  } finally {
    await client.end();
  }
}
