/**
 * Real PostgreSQL for tests: one embedded cluster per run, one migrated template in it, one clone per test file.
 * Nothing is mocked. Durability is switched off, because a test cluster is thrown away.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import os from "node:os";
import path from "node:path";

import pg from "pg";

import { startCluster, type Cluster } from "../../../tools/cluster.ts";
import { migrate } from "../../migrate.ts";
import { holdHorizonBack } from "./horizon.ts";

const template = "coffer_template";

export type TestCluster = { cluster: Cluster; dir: string; stop(): Promise<void> };

/** Starts a throwaway cluster and migrates its template database. */
export async function startTestCluster(): Promise<TestCluster> {
  const dir = mkdtempSync(path.join(os.tmpdir(), "coffer-test-"));
  const cluster = await startCluster({ dir: path.join(dir, "postgres"), settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" } });
  await admin(cluster, "postgres", async (client) => client.query(`create database ${template}`));
  await migrate({ adminUrl: cluster.url("postgres", template) });
  return {
    cluster,
    dir,
    stop: async () => {
      await cluster.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function admin<T>(cluster: Pick<Cluster, "url">, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: cluster.url("postgres", database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type TestDatabase = {
  name: string;
  /** connection address for a role: postgres (superuser), coffer_web, coffer_worker, coffer_queue, coffer_auditor, coffer_outside_auditor */
  url(role: string): string;
  drop(): Promise<void>;
};

/** Clones the template: about a tenth of a second. */
export async function cloneDatabase(cluster: Pick<Cluster, "url">, of = template, keep = false): Promise<TestDatabase> {
  const name = `coffer_${randomBytes(6).toString("hex")}`;
  await admin(cluster, "postgres", async (client) => {
    await client.query(`create database ${name} template ${of} strategy file_copy`);
    await client.query(`revoke all on database ${name} from public; grant connect on database ${name} to coffer_web, coffer_worker, coffer_queue, coffer_auditor, coffer_outside_auditor`);
  });
  return {
    name,
    url: (role) => cluster.url(role, name),
    drop: async () => {
      if (!keep) await admin(cluster, "postgres", async (client) => { await client.query(`drop database if exists ${name} with (force)`); });
    },
  };
}

/** Where the run's global set-up leaves the address of the cluster for the test files. */
export const addressFile = (): string => path.join(os.tmpdir(), `coffer-test-cluster-${process.env.COFFER_TEST_RUN ?? "local"}.json`);

/**
 * What test files clone is the template, or a copy of it in which something is missing (`npm run fault -- --suite mutation`); clones are
 * kept for who looks afterwards at what a file called and wrote.
 */
type Published = { port: number; of?: string; keep?: boolean };

export function publishCluster({ port }: Pick<Cluster, "port">, more: Omit<Published, "port"> = {}): void {
  writeFileSync(addressFile(), JSON.stringify({ port, ...more } satisfies Published), { mode: 0o600 });
}

/** A fresh clone in the run's cluster, for one test file. */
export async function testDatabase(): Promise<TestDatabase> {
  if (!existsSync(addressFile())) throw new Error("no test cluster: run through vitest's project `sql`, whose global set-up starts it");
  const { port, of, keep } = JSON.parse(readFileSync(addressFile(), "utf8")) as Published;
  return cloneDatabase({ url: (role, database) => `postgres://${role}@127.0.0.1:${port}/${database}` }, of, keep);
}

/** vitest global set-up of the project `sql`. */
export async function setup(): Promise<() => Promise<void>> {
  // Somebody has started one for more than one run.
  if (process.env.COFFER_TEST_CLUSTER === "published") return () => Promise.resolve();
  const test = await startTestCluster();
  publishCluster(test.cluster);
  const release = await holdHorizonBack(test.cluster.url("postgres", "postgres"));
  return async () => {
    await release();
    await test.stop();
    rmSync(addressFile(), { force: true });
  };
}
