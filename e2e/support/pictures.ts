/**
 * The ten pictures of docs/pictures, from an application that was just started:
 *
 *   E2E_BASE_URL=http://localhost:3000 tsx e2e/support/pictures.ts
 *
 * It needs TRUST_PROXY=1 only when it is run several times a minute.
 */
import { mkdirSync } from "node:fs";

import { chromium } from "@playwright/test";
import sharp from "sharp";

import { findChromium } from "../../tools/chromium";
import { baseURL } from "./address";
import { demoEmail } from "./sessions";
import { Visitor } from "./visitor";

const folder = "docs/pictures";
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 860 };

type Picture = { name: string; who: "ann" | "priya" | "finance" | null; path: string; size: typeof phone; dark?: true };
const pictures: readonly Picture[] = [
  { name: "front-desktop", who: null, path: "/", size: desktop },
  { name: "coverage-phone", who: null, path: "/coverage", size: phone },
  { name: "home-desktop", who: "ann", path: "/home", size: desktop },
  { name: "home-phone-dark", who: "ann", path: "/home", size: phone, dark: true },
  { name: "history-desktop-dark", who: "ann", path: "/wallet/history", size: desktop, dark: true },
  { name: "statement-desktop", who: "ann", path: "/statements", size: desktop },
  { name: "plans-phone", who: "ann", path: "/invest", size: phone },
  { name: "home-phone-hindi", who: "priya", path: "/home", size: phone },
  { name: "queue-desktop", who: "finance", path: "/admin/requests", size: desktop },
  { name: "overview-desktop-dark", who: "finance", path: "/admin", size: desktop, dark: true },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium()?.path, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
for (const who of new Set(pictures.map((picture) => picture.who))) {
  const visitor = await Visitor.arrive();
  if (who) await (who === "finance" ? visitor.signInAsStaff(demoEmail(who)) : visitor.signIn(demoEmail(who)));
  const session = await visitor.session();
  for (const { name, path, size, dark } of pictures.filter((picture) => picture.who === who)) {
    const context = await browser.newContext({ baseURL, storageState: session, viewport: size, locale: "en-GB", timezoneId: "UTC", colorScheme: dark ? "dark" : "light" });
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "networkidle" });
    // A picture of flat colours: a palette says the same in a third of the bytes.
    await sharp(await page.screenshot()).png({ palette: true, colours: 128, effort: 10 }).toFile(`${folder}/${name}.png`);
    await context.close();
  }
  await visitor.leave();
}
await browser.close();
