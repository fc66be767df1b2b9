/** What every suite of `npm run fault` is, and the ground it stands on. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";

import { migrate } from "../../sql/migrate";
import { cloneDatabase, type TestDatabase } from "../../sql/tests/support/database";
import { startCluster, type Cluster } from "../../tools/cluster";
import type { Findings } from "./findings";

export type Settings = {
  seed: number;
  seconds: number;
  /** at most so many of what a suite draws */
  most?: number;
  /** what contains these words */
  only?: string;
  /** the part of a suite that is shared between machines */
  shard?: { part: number; of: number };
  /** a file in which a suite keeps what it has done, to go on there */
  resume?: string;
};

export type Ground = {
  /** a fresh migrated database */
  database(): Promise<TestDatabase>;
  /** a server of one's own, to be killed */
  server(): Promise<Server>;
};

export type Suite = {
  name: string;
  /** rows of spec page 8 it attacks */
  rows: string;
  run(ground: Ground, settings: Settings, findings: Findings): Promise<void>;
};

export type Server = {
  cluster(): Cluster;
  dir: string;
  database(): Promise<TestDatabase>;
  /** Starts it again after it was killed, on the same port and files. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** A server with the durability of production: what it acknowledged must survive. */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const home = mkdtempSync(path.join(os.tmpdir(), "coffer-fault-"));
  const dir = path.join(home, "postgres");
  const options = { dir, settings: { max_connections: "220", ...settings } };
  let cluster = await startCluster(options);
  const { port } = cluster;
  const admin = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
  await admin.connect();
  await admin.query("create database coffer_template");
  await admin.end();
  await migrate({ adminUrl: cluster.url("postgres", "coffer_template") });
  return {
    cluster: () => cluster, dir,
    database: () => cloneDatabase({ url: (role, database) => cluster.url(role, database) }),
    restart: async () => {
      cluster = await startCluster({ ...options, port });
      if (cluster.port !== port) throw new Error("the server came back on another port");
    },
    stop: async () => {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Runs works side by side until the time is over; each gets its number. */
export async function untilOver(seconds: number, clients: number, work: (n: number) => Promise<void>): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  await Promise.all(Array.from({ length: clients }, async (_, n) => {
    while (performance.now() < until) await work(n);
  }));
}
