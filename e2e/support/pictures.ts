/**
 * The pictures of the README, from an application that was just started:
 *
 *   E2E_BASE_URL=http://localhost:3000 tsx e2e/support/pictures.ts
 *
 * It needs TRUST_PROXY=1 only when it is run several times a minute.
 */
import { mkdirSync } from "node:fs";

import { chromium } from "@playwright/test";

import { findChromium } from "../../tools/chromium";
import { baseURL } from "./address";
import { demoEmail } from "./sessions";
import { Visitor } from "./visitor";

const folder = "docs/pictures";
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 860 };

const pictures = [
  { name: "home-desktop", who: "ann", path: "/home", size: desktop },
  { name: "home-phone", who: "ann", path: "/home", size: phone },
  { name: "queue-desktop", who: "finance", path: "/admin/requests", size: desktop },
] as const;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium()?.path, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
for (const who of ["ann", "finance"] as const) {
  const visitor = await Visitor.arrive();
  await (who === "ann" ? visitor.signIn(demoEmail(who)) : visitor.signInAsStaff(demoEmail(who)));
  const session = await visitor.session();
  for (const { name, path, size } of pictures.filter((picture) => picture.who === who)) {
    const context = await browser.newContext({ baseURL, storageState: session, viewport: size, locale: "en-GB", timezoneId: "UTC", colorScheme: "light" });
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "networkidle" });
    await page.screenshot({ path: `${folder}/${name}.png` });
    await context.close();
  }
  await visitor.leave();
}
await browser.close();
