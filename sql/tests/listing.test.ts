import { readFileSync } from "node:fs";

import pg from "pg";
import { expect, test } from "vitest";

import { describeAll } from "../dump.ts";
import { testDatabase } from "./support/database.ts";

test("the printed schema, error codes, permissions and views of auditors are those of this checkout (npm run schema)", async () => {
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.url("postgres") });
  await client.connect();
  try {
    for (const [file, text] of Object.entries(await describeAll(client))) {
      expect(readFileSync(file, "utf8") === text, `${file} is not what the database is made of`).toBe(true);
    }
  } finally {
    await client.end();
    await database.drop();
  }
});
