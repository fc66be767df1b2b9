/** The application as `npm start` runs it, on a folder of its own that is new at the beginning and gone at the end. */
import { rmSync } from "node:fs";

const home = process.env.COFFER_HOME;
if (!home) throw new Error("COFFER_HOME names the folder of this run");
const remove = () => rmSync(home, { recursive: true, force: true });

// What a killed run has left behind.
remove();
process.on("exit", remove);
await import("../../tools/start");
