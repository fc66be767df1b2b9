/**
 * `npm run bench` — speed as ratios inside one alternating run (docs/performance.md).
 *   --only a,b   metrics to measure      --quick   smaller, in three minutes      --json   one object a line
 */
import os from "node:os";
import { parseArgs } from "node:util";

import { families, quick, whole } from "./families.ts";
import { pgbenchIsThere } from "./pgbench.ts";
import { print } from "./report.ts";
import { startServer } from "./world.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean", default: false }, json: { type: "boolean", default: false } } });
const known = families.flatMap((family) => family.metrics);
const wanted = values.only?.split(",") ?? known;
const unknown = wanted.filter((metric) => !known.includes(metric));
const complaint = unknown.length > 0 ? `No metric is called ${unknown.join(", ")}. There are: ${known.join(", ")}.`
  : pgbenchIsThere() ? null : "pgbench is missing; on Debian it comes with the package postgresql-contrib or postgresql.";
if (complaint !== null) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
const wants = (...metrics: string[]) => metrics.some((metric) => wanted.includes(metric));

process.stderr.write(`${os.cpus().length} × ${os.cpus()[0]?.model ?? "processor"}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}\n`);
const server = await startServer();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // The server has a session of its own: nobody else would stop it.
  process.once(signal, () => void server.stop().finally(() => process.exit(130)));
}
try {
  process.stderr.write(`PostgreSQL ${await server.facts()}\n`);
  const bench = { server, sizes: values.quick ? quick : whole, wants, note: (text: string) => void (values.json ? null : process.stdout.write(`${text}\n`)) };
  for (const family of families.filter(({ metrics }) => wants(...metrics))) {
    for (const figure of await family.measure(bench)) if (wants(figure.metric)) print(figure, values.json);
  }
} finally {
  await server.stop();
}
