/** What every page has to be, whoever looks at it and however. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desktop = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };

async function axeFinds(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${where}: ${id} (${help}) at ${node.target.join(" ")}: ${node.any.map(({ message }) => message).join("; ")}`));
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

/** axe in light and dark, wide and narrow, and no sideways scrolling at 320 px. Leaves the page at 320 px in the dark. */
export async function expectGoodLook(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.setViewportSize(desktop);
  const found = await axeFinds(page, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  found.push(...(await axeFinds(page, "dark")));
  await page.setViewportSize(narrow);
  found.push(...(await overflow(page)), ...(await axeFinds(page, "dark, 320 px")));
  await page.emulateMedia({ colorScheme: "light" });
  found.push(...(await overflow(page)));
  expect(found, `${page.url()} for everybody`).toEqual([]);
}

/** One h1, a title, a language; and no script that the policy would not have let in. */
export async function expectGoodSource(html: string, policy: string | undefined): Promise<void> {
  const nonce = /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  expect(nonce, "a nonce in the policy").toBeTruthy();
  for (const tag of html.match(/<script\b[^>]*>/g) ?? []) expect(tag).toContain(`nonce="${nonce}"`);
  expect(html.match(/<h1\b/g) ?? [], "one h1").toHaveLength(1);
  expect(html).toMatch(/<html lang="en"/);
  expect(html).not.toMatch(/\son[a-z]+="/);
}
