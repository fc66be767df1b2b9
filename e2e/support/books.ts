/** A fault in the books of the application under test, found as the worker finds one. Only where the run has started the application itself. */
import { readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";

/** The folder of the application that this run has started; none when it was given one that was up already. */
export const runsHome = process.env.E2E_HOME ?? "";

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
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

/** Edits a balance that nothing moves, looks at everything, and puts it right again: the finding stays until somebody clears it. */
export function plantFault(): Promise<void> {
  return asOwner(async (client) => {
    const account = "(select id from ledger.accounts where kind = 'equity:operator' and member_id is null order by id limit 1)";
    await client.query("select ledger.operator_account('equity:operator', 'USD')");
    await client.query(`update ledger.account_balances set balance = balance + 1 where account_id = ${account}`);
    await client.query("select desk.worker_watch_everything('ledger')");
    await client.query(`update ledger.account_balances set balance = balance - 1 where account_id = ${account}`);
  });
}
