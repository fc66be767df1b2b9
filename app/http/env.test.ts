import { expect, test } from "vitest";

import { EnvironmentError, readEnvironment } from "./env.server";

const read = (source: Record<string, string>, options?: { sandbox: boolean }) => readEnvironment(source as NodeJS.ProcessEnv, options);

const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://admin@db/coffer",
  SESSION_SECRETS: "s".repeat(32),
  PII_KEYS: `a1:${"p".repeat(43)}`,
  PUBLIC_URL: "https://coffer.example",
  STORAGE_URL: "file:/srv/files",
  SMTP_URL: "smtp://mail",
};

test("nothing at all is a demo on port 3000 of this machine", () => {
  expect(read({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", COFFER_HOME: ".coffer", COFFER_DEMO: true, production: false, PUBLIC_URL: "http://localhost:3000" });
});

test("production is never a demo", () => {
  expect(read(production)).toMatchObject({ production: true, COFFER_DEMO: false });
  expect(() => read({ ...production, COFFER_DEMO: "1" })).toThrow("COFFER_DEMO cannot be on in production");
});

test.each(Object.keys(production).filter((name) => name !== "NODE_ENV"))("production without %s does not start and says so", (name) => {
  expect(() => read({ ...production, [name]: "" })).toThrow(name);
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PUBLIC_URL", "coffer.example"],
  ["DATABASE_URL", "mysql://db"],
  ["SESSION_SECRETS", "short"],
  ["SESSION_SECRETS", `${"a".repeat(32)},short`],
  ["PII_KEYS", "p".repeat(43)],
  ["PII_KEYS", `a:${"p".repeat(42)}`],
  ["PII_KEYS", `a:${"p".repeat(43)},a:${"q".repeat(43)}`],
  ["STORAGE_URL", "/srv/files"],
  ["COFFER_DEMO", "perhaps"],
])("a wrong %s is named", (name, value) => {
  expect(() => read({ [name]: value })).toThrow(EnvironmentError);
  expect(() => read({ [name]: value })).toThrow(name);
});

test("several secrets are a list, the signing one first", () => {
  expect(read({ SESSION_SECRETS: `${"a".repeat(32)}, ${"b".repeat(32)}` }).SESSION_SECRETS).toEqual(["a".repeat(32), "b".repeat(32)]);
});

test("only the command line can make a process with production code a sandbox", () => {
  expect(read({ NODE_ENV: "production" }, { sandbox: true })).toMatchObject({ production: false, COFFER_DEMO: true });
});
