import pino from "pino";

import { env } from "./env.server";

/** Structured logs. What identifies a session or opens one is cut out wherever it might turn up. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { process: "web" },
  redact: {
    paths: ["token", "cookie", "authorization", "code", "secret", "password", "*.token", "*.cookie", "*.authorization", "*.secret", "*.password", "headers.cookie", "headers.authorization"],
    censor: "[cut]",
  },
  formatters: { level: (label) => ({ level: label }) },
  timestamp: pino.stdTimeFunctions.isoTime,
});
