/** Staff must have an authenticator: without one, or before its code, a staff session opens no page and does nothing. Through the real pages. */
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSecret, type SealedAuthenticator } from "../../../app/auth/authenticator.server";
import { setUpState } from "../../../app/auth/set-up.server";
import { authenticatorOf } from "../../../app/auth/step-up.server";
import { codeAt } from "../../../app/auth/totp.server";
import { authAuthenticator } from "../../../app/db/identity-proof.server";
import { authStepUpBegin } from "../../../app/db/identity.server";
import { staffFrame } from "../../../app/db/office.server";
import { action as setUpAction } from "../../../app/routes/_auth+/login_.authenticator";
import { action as removeAction } from "../../../app/routes/admin+/security+/remove";
import { loader as staffLoader } from "../../../app/routes/_auth+/login_.staff";
import { Browser } from "./browser";
import { askFor, enter, enterSecond, fin, loginWorld, tokenOf, wrongOf, type LoginWorld } from "./login-world";

type Route = { loader?: (args: LoaderFunctionArgs) => Promise<unknown>; action?: (args: LoaderFunctionArgs) => Promise<unknown> };
const adminFolder = path.join(import.meta.dirname, "../../../app/routes/admin+");
const adminRoutes = readdirSync(adminFolder, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.test)\.tsx?$/.test(file));

let world: LoginWorld;

beforeAll(async () => {
  world = await loginWorld();
});
beforeEach(async () => {
  await world.fresh();
  await world.db.query("update core.settings set value = 'true' where key = 'staff_authenticator'");
  await world.db.query("update identity.authenticators set removed_at = clock_timestamp() where removed_at is null");
});
afterAll(() => world.end());

/** Email and mailed code; answers where the pages send the person next. */
async function firstStep(browser: Browser): Promise<string | null> {
  await world.fresh();
  await askFor(browser, fin);
  return (await enter(browser, await world.mailedCode(fin))).location;
}

const sealedIn = (answer: { data: unknown }): string => (answer.data as { code?: { sealed: string } | null }).code?.sealed ?? "";
const shows = (phone: SealedAuthenticator, later = 0): string => codeAt(openSecret(phone), BigInt(Math.floor(Date.now() / 30_000) + later));

/** From the page that staff without one are led to, to the picture. */
async function scan(browser: Browser): Promise<{ phone: SealedAuthenticator; step_up: string }> {
  const key = randomUUID();
  const step_up = sealedIn(await browser.post(setUpAction, "/login/authenticator", { intent: "send", key }));
  expect((await browser.post(setUpAction, "/login/authenticator", { intent: "confirm", key, step_up, code: await world.mailedCode(fin) })).location).toBe("/login/authenticator");
  const { scan: shown } = await setUpState(tokenOf(browser));
  const form = new FormData();
  form.set("step_up", shown?.view.sealed ?? "");
  const phone = authenticatorOf(form);
  if (!phone) throw new Error("nothing to scan");
  return { phone, step_up: shown?.view.sealed ?? "" };
}

async function enrol(browser: Browser): Promise<SealedAuthenticator> {
  const { phone, step_up } = await scan(browser);
  const answer = await browser.post(setUpAction, "/login/authenticator", { intent: "first", key: randomUUID(), step_up, code: shows(phone) });
  expect(answer.location).toBe("/admin/security/codes");
  return phone;
}

/** As if half a minute had gone by. */
const later = () => world.db.query("update identity.authenticators set last_step = 0, failures = 0");

test("without one the mailed code leads to setting it up, which signs in with a new session", async () => {
  const browser = new Browser();
  expect(await firstStep(browser)).toBe("/login/staff");
  const led: unknown = await staffLoader({ request: browser.request("/login/staff"), params: {}, context: {} } as unknown as LoaderFunctionArgs).catch((thrown: unknown) => thrown);
  expect(led).toBeInstanceOf(Response);
  expect((led as Response).headers.get("location")).toBe("/login/authenticator");
  const half = tokenOf(browser);
  await expect(staffFrame(half)).rejects.toMatchObject({ code: "step_up_required" });
  await enrol(browser);
  expect(tokenOf(browser)).not.toBe(half);
  expect(await staffFrame(tokenOf(browser))).toMatchObject({ staff: { email: fin } });
  await expect(staffFrame(half)).rejects.toMatchObject({ code: "signed_out" });
});

test("no second mailed code is sent to staff who must have one, not even by asking the database", async () => {
  const browser = new Browser();
  await firstStep(browser);
  const asked = { challenge: randomUUID(), purpose: "staff_login" as const, context: "staff_login", mac: "a".repeat(64), sealedCode: "sealed", browser: "a-browser-of-the-test", ip: "192.0.2.3" };
  await expect(authStepUpBegin(tokenOf(browser), asked)).rejects.toMatchObject({ code: "authenticator_required", status: 403 });
});

test("before the second step no page of the staff side opens and no form does anything", async () => {
  const browser = new Browser();
  await firstStep(browser);
  const written = async () => (await world.db.query("select (select count(*) from audit.log) as log, (select count(*) from approval.requests) as requests, (select count(*) from ledger.request_keys) as keys, (select md5(string_agg(s::text, '')) from core.settings s) as settings")).rows;
  const before = await written();
  expect(adminRoutes.length).toBeGreaterThan(25);
  const open: string[] = [];
  for (const file of adminRoutes) {
    const route = (await import(pathToFileURL(path.join(adminFolder, file)).href)) as Route;
    const call = async (work: Route["loader"], body?: Record<string, string>) => {
      const args = { request: browser.request("/admin/x", body), params: { id: randomUUID(), file: randomUUID() }, context: { ip: "192.0.2.3", nonce: "", requestId: "test" } } as unknown as LoaderFunctionArgs;
      const answer: unknown = await work?.(args).catch((thrown: unknown) => thrown);
      return answer instanceof Response ? (answer.headers.get("location") ?? String(answer.status)) : ((answer as { init?: ResponseInit | null } | undefined)?.init?.status ?? "answered");
    };
    if (route.loader) {
      const led = await call(route.loader);
      // A list without a state leads to the same list with one, which asks.
      if (!/^\/login\/staff|^\/admin\/[a-z]+\?state=/.test(String(led))) open.push(`${file} loader: ${led}`);
    }
    if (route.action) {
      const led = await call(route.action, { intent: "confirm", key: randomUUID() });
      if (led === "answered" || (typeof led === "number" && led < 400)) open.push(`${file} action: ${led}`);
    }
  }
  expect(open).toEqual([]);
  expect(await written()).toEqual(before);
  // Every page of the staff side is compiled on the way.
}, 240_000);

test("with one, its code is the second step, once; a wrong one and the same one again are not", async () => {
  const browser = new Browser();
  await firstStep(browser);
  const phone = await enrol(browser);
  await later();
  const again = new Browser();
  expect(await firstStep(again)).toBe("/login/staff");
  expect((await enterSecond(again, wrongOf(shows(phone)))).faults.code?.join()).toContain("app_code_wrong");
  const code = shows(phone);
  expect((await enterSecond(again, code)).location).toBe("/admin");
  const third = new Browser();
  await firstStep(third);
  expect((await enterSecond(third, code)).faults.code?.join()).toContain("app_code_reused");
  expect((await enterSecond(third, shows(phone, 1))).location).toBe("/admin");
});

test("the mailed code of a login is no second step, and what is no code costs no attempt", async () => {
  const browser = new Browser();
  await firstStep(browser);
  await enrol(browser);
  await later();
  const again = new Browser();
  await firstStep(again);
  expect((await enterSecond(again, "1234")).faults.code?.join()).toContain("app_code_shape");
  expect(await world.attempts()).toEqual([0]);
  expect((await enterSecond(again, await world.mailedCode(fin))).faults.code?.join()).toContain("app_code_wrong");
});

test("where it is required it is replaced, not removed; where it is not, it can be removed", async () => {
  const browser = new Browser();
  await firstStep(browser);
  const phone = await enrol(browser);
  await later();
  const key = randomUUID();
  const step_up = sealedIn(await browser.post(removeAction, "/admin/security/remove", { intent: "send", key }));
  const body = { intent: "confirm", key, step_up, code: shows(phone) };
  expect((await browser.post(removeAction, "/admin/security/remove", body)).status).toBe(403);
  expect(await authAuthenticator(tokenOf(browser))).toMatchObject({ required: true, in_use: { recovery_left: 10 } });
  await world.db.query("update core.settings set value = 'false' where key = 'staff_authenticator'");
  expect((await browser.post(removeAction, "/admin/security/remove", body)).location).toBe("/admin/security?said=removed");
});

test("where the operator lets them do without, a second mailed code is the second step", async () => {
  await world.db.query("update core.settings set value = 'false' where key = 'staff_authenticator'");
  const browser = new Browser();
  expect(await firstStep(browser)).toBe("/login/staff");
  expect((await enterSecond(browser, await world.mailedCode(fin))).location).toBe("/admin");
});
