/** The app on a person's phone, written apart from the application: RFC 6238 with SHA-1, six digits, 30 seconds. */
import { createHmac } from "node:crypto";

import { expect, type Page } from "@playwright/test";

import { formWith, hiddenOf } from "./forms";
import { codeFor, seenBy } from "./mailbox";
import { heading, press } from "./steps";
import type { Visitor } from "./visitor";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function bytesOf(key: string): Buffer {
  const bits = [...key.replace(/\s/g, "")].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

export class Phone {
  constructor(private readonly key: string) {}

  /** What it shows now, or so many steps of half a minute later: one step ahead is a new code that is right already. */
  shows(later = 0): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
    const mac = createHmac("sha1", bytesOf(this.key)).update(counter).digest();
    const at = (mac.at(-1) ?? 0) & 15;
    return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
  }
}

const keyIn = (text: string): string => {
  const key = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(text)?.[0];
  if (!key) throw new Error("no key to type by hand");
  return key;
};

const recoveryIn = (text: string): string[] => text.match(/\b\d{4} \d{4} \d{4}\b/g) ?? [];

/** The phone that takes the key from the page which shows it. */
export async function phoneOf(page: Page): Promise<Phone> {
  return new Phone(keyIn((await page.locator("main").textContent()) ?? ""));
}

/** From the page that sets one up to the recovery codes, in a browser. */
export async function setUpAuthenticator(page: Page, email: string): Promise<{ phone: Phone; recovery: string[] }> {
  const seen = await seenBy(email);
  await press(page, "Begin");
  await page.getByLabel("Six-digit code").fill(await codeFor(email, "step_up_code", seen));
  await press(page, "Continue");
  await expect(page.getByRole("img", { name: /your authenticator/ })).toBeVisible();
  const phone = await phoneOf(page);
  await page.getByLabel("Code from your authenticator app").fill(phone.shows());
  await press(page, "Turn it on");
  await heading(page, "Recovery codes");
  await expect(page.getByText("They are shown only now.")).toBeVisible();
  const recovery = recoveryIn(await page.locator("main").innerText());
  expect(recovery).toHaveLength(10);
  return { phone, recovery };
}

/** The same without a browser. */
export async function enrol(visitor: Visitor, path: string, email: string): Promise<Phone> {
  const begin = hiddenOf(formWith(await visitor.page(path), 'name="key"'));
  const seen = await seenBy(email);
  const asked = hiddenOf(formWith(await (await visitor.post(path, { ...begin, intent: "send" })).text(), 'name="step_up"'));
  await visitor.post(path, { ...asked, intent: "confirm", code: await codeFor(email, "step_up_code", seen) });
  const html = await visitor.page(path);
  const phone = new Phone(keyIn(html));
  const answer = await visitor.post(path, { ...hiddenOf(formWith(html, 'name="step_up"')), intent: "first", code: phone.shows() });
  expect(answer.status()).toBe(302);
  return phone;
}
