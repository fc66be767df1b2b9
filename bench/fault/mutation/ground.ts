/** The server of the mutants: one migrated template; a mutant is a copy of it in which one thing is missing. */
import { randomBytes } from "node:crypto";
import path from "node:path";

import pg from "pg";

import { startTestCluster } from "../../../sql/tests/support/database";
import type { Mutant } from "./population";

export const template = "coffer_template";

export type Mutants = {
  admin: pg.Client;
  port: number;
  log: string;
  url(database: string): string;
  /** Name of the copy, or what PostgreSQL said instead of taking the thing away. */
  make(mutant: Mutant): Promise<{ name: string; refused: null } | { name: null; refused: string }>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
};

export async function openMutants(): Promise<Mutants> {
  process.env.COFFER_TEST_RUN = `mutation-${process.pid}`;
  const server = await startTestCluster();
  const url = (database: string) => server.cluster.url("postgres", database);
  const admin = new pg.Client({ connectionString: url("postgres") });
  await admin.connect();
  const drop = async (name: string) => { await admin.query(`drop database if exists ${name} with (force)`); };
  return {
    admin, url, drop, port: server.cluster.port, log: path.join(server.dir, "postgres", "server.log"),
    async make({ sql }) {
      const name = `mutant_${randomBytes(6).toString("hex")}`;
      await admin.query(`create database ${name} template ${template} strategy file_copy`);
      const client = new pg.Client({ connectionString: url(name) });
      await client.connect();
      try {
        await client.query(sql);
      } catch (error) {
        await client.end();
        await drop(name);
        return { name: null, refused: (error as Error).message };
      }
      await client.end();
      return { name, refused: null };
    },
    async stop() {
      await admin.end();
      await server.stop();
    },
  };
}
