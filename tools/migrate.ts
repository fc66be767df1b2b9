/** Brings the production database of DATABASE_URL to this release; run once before its web and worker start. */
import { prepareDatabase, foreignDatabase } from "./database";
import { readSettings } from "./settings";

const { environment, passwords } = readSettings();
if (!environment.DATABASE_URL) throw new Error("DATABASE_URL is needed: the address of a role that may create roles");
await prepareDatabase(foreignDatabase(environment.DATABASE_URL, passwords), passwords, environment.COFFER_DEMO);
process.stdout.write("the database is at this release\n");
