import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";

import { readEnvironment, type Environment } from "../app/http/env.server";
import type { RolePasswords } from "./database";
import { demoSecrets } from "./secrets";

export type Settings = { environment: Environment; passwords: RolePasswords; superuserPassword: string; childEnv: NodeJS.ProcessEnv };

function need(name: "WEB_DB_PASSWORD" | "WORKER_DB_PASSWORD" | "QUEUE_DB_PASSWORD", environment: Environment): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is needed in production`);
  return value;
}

/**
 * What a start works with: the environment (and `.env`), completed for a demo by secrets of its own. In production nothing
 * is made up.
 */
export function readSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const given = readEnvironment(process.env);
  const home = path.resolve(given.COFFER_HOME);
  // The database's own user has to pass through this folder; the secrets inside are closed to it.
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (given.production) {
    const passwords = { web: need("WEB_DB_PASSWORD", given), worker: need("WORKER_DB_PASSWORD", given), queue: need("QUEUE_DB_PASSWORD", given) };
    return { environment: { ...given, COFFER_HOME: home }, passwords, superuserPassword: "", childEnv: { ...process.env, COFFER_HOME: home } };
  }
  const secrets = demoSecrets(home);
  const childEnv: NodeJS.ProcessEnv = {
    ...process.env,
    COFFER_HOME: home,
    PUBLIC_URL: given.PUBLIC_URL,
    SESSION_SECRETS: process.env.SESSION_SECRETS || secrets.SESSION_SECRETS,
    PII_KEYS: process.env.PII_KEYS || secrets.PII_KEYS,
    STORAGE_URL: process.env.STORAGE_URL || `file:${path.join(home, "files")}`,
    // React and the compiler's output look here; what makes it a demo is the --sandbox switch of the command line.
    NODE_ENV: "production",
  };
  return {
    environment: { ...given, COFFER_HOME: home },
    passwords: { web: given.WEB_DB_PASSWORD ?? secrets.WEB_DB_PASSWORD, worker: given.WORKER_DB_PASSWORD ?? secrets.WORKER_DB_PASSWORD, queue: given.QUEUE_DB_PASSWORD ?? secrets.QUEUE_DB_PASSWORD },
    superuserPassword: secrets.SUPERUSER_PASSWORD,
    childEnv,
  };
}
