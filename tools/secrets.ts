import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

const shape = z.object({
  SESSION_SECRETS: z.string(),
  PII_KEYS: z.string(),
  SUPERUSER_PASSWORD: z.string(),
  WEB_DB_PASSWORD: z.string(),
  WORKER_DB_PASSWORD: z.string(),
  QUEUE_DB_PASSWORD: z.string(),
});

export type Secrets = z.output<typeof shape>;

const fresh = () => randomBytes(32).toString("base64url");
const freshKey = () => `k1:${randomBytes(32).toString("base64")}`;

/** Secrets of a demo: made once, kept beside its data, readable by its owner only. Production brings its own. */
export function demoSecrets(home: string): Secrets {
  const file = path.join(home, "secrets.json");
  if (existsSync(file)) {
    const parsed = shape.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (!parsed.success) throw new Error(`${file} is damaged: ${parsed.error.issues.map((issue) => issue.path.join(".")).join(", ")}`);
    chmodSync(file, 0o600);
    // Demos made before keys had names: nothing was encrypted with theirs.
    if (!parsed.data.PII_KEYS.includes(":")) {
      parsed.data.PII_KEYS = freshKey();
      writeFileSync(file, `${JSON.stringify(parsed.data, null, 2)}\n`);
    }
    return parsed.data;
  }
  const secrets: Secrets = { SESSION_SECRETS: fresh(), PII_KEYS: freshKey(), SUPERUSER_PASSWORD: fresh(), WEB_DB_PASSWORD: fresh(), WORKER_DB_PASSWORD: fresh(), QUEUE_DB_PASSWORD: fresh() };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return secrets;
}
