/** What every page has to be, whoever looks at it and however. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What axe says about words: other words can only break these; everything else is the same element by element. */
const worded = [
  "area-alt", "aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-meter-name", "aria-progressbar-name", "aria-toggle-field-name", "aria-tooltip-name", "button-name", "document-title", "empty-heading",
  "empty-table-header", "frame-title", "html-has-lang", "html-lang-valid", "image-alt", "image-redundant-alt", "input-button-name", "input-image-alt", "label", "label-content-name-mismatch", "link-in-text-block", "link-name",
  "object-alt", "role-img-alt", "select-name", "summary-name", "svg-img-alt", "target-size", "valid-lang",
];
/** The first part of every message's name. */
const texts = path.resolve(import.meta.dirname, "../../app/i18n/en");
const beginnings = new Set(readdirSync(texts).flatMap((file) => Object.keys(JSON.parse(readFileSync(path.join(texts, file), "utf8")) as object)));
const desktop = { width: 1280, height: 900 };
const narrow = 320;

type Scope = { only?: string[]; without?: string[] };

async function axeFinds(page: Page, where: string, { only, without = [] }: Scope = {}): Promise<string[]> {
  // All of it inside the page: gathering frames opens another page for each look. The only frame is that of a mail, where no script may run, so axe's neither.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(rules).disableRules(without)).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${where}: ${id} (${help}) at ${node.target.join(" ")}: ${node.any.map(({ message }) => message).join("; ")}`));
}

/**
 * Colours change with a transition, however short: axe would measure one half of the old and one of the new. And what has scrolled under the bar at the top,
 * because a field further down was refused, is not hidden by it.
 */
async function repainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    window.scrollTo(0, 0);
    // A window that nobody paints never has its next frame; what is there after a second is looked at.
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 1_000); });
    await frame();
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await frame();
  });
}

/** Pixels by which the page is wider than its window, and what sticks out. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const most = window.innerWidth;
    if (document.documentElement.scrollWidth <= most) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > most + 0.5).slice(0, 5);
    return [`${document.documentElement.scrollWidth} px wide in ${most}: ${wide.map((element) => element.outerHTML.slice(0, 120)).join(" | ")}`];
  });
}

/** With other words: nothing scrolls sideways at 320 px, everything has a name and its place. Colours and structure are those of English. */
export async function expectRoomForWords(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.setViewportSize({ width: narrow, height: 640 });
  await page.setViewportSize({ width: narrow, height: Math.min(10_000, 200 + (await page.evaluate(() => document.documentElement.scrollHeight))) });
  await repainted(page);
  const found = [...(await overflow(page)), ...(await axeFinds(page, "320 px", { only: worded }))];
  expect(found, `${page.url()} in ${await page.locator("html").getAttribute("lang")}`).toEqual([]);
}

/** axe in light and dark, wide and narrow, and no sideways scrolling at 320 px. What does not depend on the colours is looked at once. */
export async function expectGoodLook(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.setViewportSize(desktop);
  await repainted(page);
  const found = await axeFinds(page, "light");
  await page.setViewportSize({ width: narrow, height: 640 });
  // As high as the page: what scrolls under a bar at the window's edge is not hidden by it.
  await page.setViewportSize({ width: narrow, height: Math.min(10_000, 200 + (await page.evaluate(() => document.documentElement.scrollHeight))) });
  await repainted(page);
  found.push(...(await overflow(page)), ...(await axeFinds(page, "320 px", { without: ["color-contrast"] })));
  await page.emulateMedia({ colorScheme: "dark" });
  await repainted(page);
  found.push(...(await overflow(page)));
  await page.setViewportSize(desktop);
  await repainted(page);
  found.push(...(await axeFinds(page, "dark", { only: ["color-contrast"] })));
  expect(found, `${page.url()} for everybody`).toEqual([]);
}

/** What stands between tags, or is said of an element, and is the name of a message: its key was put together, and nobody had written the message. What is code, or the name of a file, is meant as it is. */
function bareKeys(html: string): string[] {
  const shown = html.replace(/<(code|pre|script|style)\b[^>]*>.*?<\/\1>/gs, "");
  const said = [...shown.matchAll(/>\s*([^<>]+?)\s*</g), ...shown.matchAll(/(?:title|aria-label|placeholder|alt)="([^"]+)"/g)].map(([, text]) => text ?? "");
  return said.filter((text) => /^(?:[a-z]+:)?[a-z]\w*(?:\.\w+)+$/i.test(text) && !/\.(?:pdf|png|jpg|csv|xlsx|json|xml)$/.test(text) && beginnings.has(text.replace(/^[a-z]+:/, "").split(".")[0] ?? ""));
}

/** One h1, a title, a language; and no script that the policy would not have let in. */
export async function expectGoodSource(html: string, policy: string | undefined): Promise<void> {
  const nonce = /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  expect(nonce, "a nonce in the policy").toBeTruthy();
  for (const tag of html.match(/<script\b[^>]*>/g) ?? []) expect(tag).toContain(`nonce="${nonce}"`);
  expect(html.match(/<h1\b/g) ?? [], "one h1").toHaveLength(1);
  expect(html).toMatch(/<html lang="en"/);
  expect(bareKeys(html), "names of messages in place of messages").toEqual([]);
  expect(html).not.toMatch(/\son[a-z]+="/);
}
