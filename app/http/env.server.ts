/**
 * Every setting of the running system, read once through one schema. A wrong or missing setting stops the start with its
 * name. The supervisor fills in what a demo on a fresh machine needs; production must bring its own secrets.
 */
import { z } from "zod";

const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");

const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a port number")
  .transform((value) => Number.parseInt(value, 10))
  .refine((value) => value <= 65535, "must be a port number");

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://");

/** Comma-separated; the first one signs, all of them verify. 32 characters of a random generator are 128 bits or more. */
const secrets = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()).filter(Boolean))
  .refine((list) => list.length > 0, "must hold at least one secret")
  .refine((list) => list.every((secret) => secret.length >= 32), "every secret needs at least 32 characters");

const keyShape = /^([a-z0-9]{1,16}):([A-Za-z0-9+/_-]{43}=?)$/;

/** Comma-separated `id:key`, each key 32 bytes in base64. The first one encrypts, all of them decrypt. */
const piiKeys = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()).filter(Boolean))
  .refine((list) => list.length > 0 && list.every((part) => keyShape.test(part)), "must be id:key[,id:key], each key 32 bytes in base64 (openssl rand -base64 32)")
  .transform((list) => list.map((part) => ({ id: part.slice(0, part.indexOf(":")), key: Buffer.from(part.slice(part.indexOf(":") + 1), "base64") })))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "must not name a key twice");

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  COFFER_HOME: z.string().min(1).default(".coffer"),
  COFFER_DEMO: flag.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_URL_WEB: databaseUrl.optional(),
  DATABASE_URL_WORKER: databaseUrl.optional(),
  DATABASE_URL_QUEUE: databaseUrl.optional(),
  WEB_DB_PASSWORD: z.string().min(1).optional(),
  WORKER_DB_PASSWORD: z.string().min(1).optional(),
  QUEUE_DB_PASSWORD: z.string().min(1).optional(),
  DATABASE_POOL: z.string().regex(/^\d{1,3}$/, "must be a whole number").transform((value) => Number.parseInt(value, 10)).default(10),
  DATABASE_PREPARE: flag.optional(),
  SESSION_SECRETS: secrets.optional(),
  PII_KEYS: piiKeys.optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://").optional(),
  MAIL_FROM: z.string().min(3).default("Coffer <no-reply@coffer.test>"),
  SUPPORT_EMAIL: z.email().default("support@coffer.test"),
  STORAGE_URL: z.string().regex(/^(file|s3):/, "must begin with file: or s3:").optional(),
  SEALS_FILE: z.string().min(1).optional(),
  TRUST_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = Omit<z.output<typeof schema>, "COFFER_DEMO" | "PUBLIC_URL"> & {
  production: boolean;
  /** demo data, mailbox and sandbox clock; never in production */
  COFFER_DEMO: boolean;
  PUBLIC_URL: string;
};

export class EnvironmentError extends Error {}

const neededInProduction = ["SESSION_SECRETS", "PII_KEYS", "PUBLIC_URL", "STORAGE_URL", "SMTP_URL"] as const;

/**
 * Throws an EnvironmentError that names each setting and what is wrong with it. `sandbox` comes from the command line of a
 * process that our own supervisor started: it runs production code (NODE_ENV) without being in production, and no
 * variable of the environment can claim that.
 */
export function readEnvironment(source: NodeJS.ProcessEnv, { sandbox = false } = {}): Environment {
  // An empty line in an .env file means "not set", not "set to nothing".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; "));
  const values = parsed.data;
  const production = values.NODE_ENV === "production" && !sandbox;
  if (production) {
    const missing = neededInProduction.filter((name) => values[name] === undefined);
    if (!values.DATABASE_URL && !values.DATABASE_URL_WEB && !values.DATABASE_URL_WORKER) throw new EnvironmentError("DATABASE_URL is needed in production");
    if (missing.length > 0) throw new EnvironmentError(`${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} needed in production`);
    if (values.COFFER_DEMO) throw new EnvironmentError("COFFER_DEMO cannot be on in production");
  }
  return {
    ...values,
    production,
    COFFER_DEMO: !production && values.COFFER_DEMO !== false,
    PUBLIC_URL: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ""),
  };
}

let cached: Environment | undefined;

/** The settings of this process. */
export function env(): Environment {
  cached ??= readEnvironment(process.env, { sandbox: process.argv.includes("--sandbox") });
  return cached;
}

/** A setting the process cannot work without; the error names it. */
export function required<Name extends keyof Environment>(name: Name): NonNullable<Environment[Name]> {
  const value = env()[name];
  if (value === undefined || value === null) throw new EnvironmentError(`${name} is not set`);
  return value;
}
