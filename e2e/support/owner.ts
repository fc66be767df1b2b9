/** What no page can do, done as the owner of the database. Only where the run has started the application itself. */
import { readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";

/** The folder of the application that this run has started; none when it was given one that was up already. */
export const runsHome = process.env.E2E_HOME ?? "";

export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const secrets = JSON.parse(readFileSync(path.join(runsHome, "secrets.json"), "utf8")) as { SUPERUSER_PASSWORD: string };
  // The fourth line of this file is the port.
  const port = readFileSync(path.join(runsHome, "postgres", "postmaster.pid"), "utf8").split("\n")[3];
  const client = new pg.Client({ connectionString: `postgres://postgres:${secrets.SUPERUSER_PASSWORD}@127.0.0.1:${port}/coffer` });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** For a run that sends everything through every form: a session may send as much as it can. The other limits stay. */
export async function liftPostLimit(): Promise<void> {
  await asOwner((client) => client.query("update core.settings set value = '10000000' where key = 'posts_per_minute'"));
}

/** No page does this yet. */
export async function suspend(email: string): Promise<void> {
  await asOwner((client) => client.query("update identity.members set status = 'suspended' where email = $1", [email]));
}
