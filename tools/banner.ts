import path from "node:path";

import type { Environment } from "../app/http/env.server";

const demoStaff = ["admin", "operations", "finance", "finance2", "support", "auditor"];
const demoMembers = ["ann", "bo", "mo"];
const domain = "demo.coffer.test";

/** What a person needs to begin, once everything answers. */
export function banner(environment: Environment, ms: number): string {
  const url = environment.PUBLIC_URL;
  const seconds = (ms / 1000).toFixed(1);
  const lines = [``, `Coffer is ready at ${url}  (${seconds} s)`];
  if (environment.COFFER_DEMO) {
    lines.push(
      ``,
      `  Sign in as a member   ${demoMembers.map((name) => `${name}@${domain}`).join("  ")}`,
      `  Sign in as staff      ${demoStaff.map((name) => `${name}@${domain}`).join("  ")}`,
      `  Codes and mails       ${url}/dev/mailbox`,
      `  Business clock        ${url}/dev/clock   or   npm run clock -- +1d`,
    );
  }
  if (!environment.production) lines.push(`  Data and logs         ${path.relative(process.cwd(), environment.COFFER_HOME) || environment.COFFER_HOME}`);
  lines.push(``, `Ctrl-C stops it.`, ``, ``);
  return lines.join("\n");
}
