/** Every story of the project holds. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, expect, test } from "vitest";

import { testDatabase } from "../sql/tests/support/database.ts";
import { openDatabases } from "./runner/databases.ts";
import { reportFile } from "./runner/report.ts";

const folder = path.dirname(fileURLToPath(import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const databases = openDatabases(testDatabase);
afterAll(() => databases.close());

test.each(files)("%s", async (file) => {
  const { failed, story } = await reportFile(path.join(folder, file), databases);
  expect(failed, story).toEqual([]);
});

test("there are at least twenty stories", () => {
  expect(files.length).toBeGreaterThanOrEqual(20);
});
