import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

import type { Database } from "./database";

/** What tools/demo.ts exports: fills a fresh database with the demonstration and answers whether it did. */
export type SeedDemo = (database: Pick<Database, "adminUrl" | "webUrl" | "workerUrl">) => Promise<boolean>;

export async function seedDemoIfFresh(database: Database): Promise<void> {
  if (!existsSync("tools/demo.ts")) return;
  const { seedDemo } = (await import(pathToFileURL("tools/demo.ts").href)) as { seedDemo: SeedDemo };
  await seedDemo({ adminUrl: database.adminUrl, webUrl: database.webUrl, workerUrl: database.workerUrl });
}
