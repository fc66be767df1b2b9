/**
 * Every page: axe in light and dark, no sideways scrolling at 320 px, a nonce on every script, a quiet console, at most
 * three round trips to PostgreSQL (support/watch.ts looks at those on every page of every test).
 */
import { firstLoads } from "../../tools/first-load";
import { otherRoutes } from "../support/access";
import { expectGoodLook, expectGoodSource } from "../support/look";
import { addressOf } from "../support/page-address";
import { pages, routeFiles, type PageEntry } from "../support/pages";
import { expect, test } from "../support/test";

test("each route is in the list of pages, and none that is gone", () => {
  expect([...Object.keys(pages), ...Object.keys(otherRoutes)].sort()).toEqual(routeFiles());
});

test("no page ships more than 150 KB of scripts", () => {
  const loads = firstLoads();
  expect(loads.length).toBeGreaterThan(100);
  expect(loads.filter(({ brotli }) => brotli > 150_000)).toEqual([]);
});

for (const [route, entry] of Object.entries(pages)) {
  test(`${route} is good to everybody`, async ({ open, visitor }) => {
    const { as, before, status = 200 }: PageEntry = entry;
    const guest = await visitor(as);
    await before?.(guest);
    const address = await addressOf(entry, guest);
    const page = await open(before ? await guest.session() : as);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(status);
    expect(new URL(page.url()).pathname, "where it leads").toBe(address.replace(/\?.*/, ""));
    await expectGoodSource((await answer?.text()) ?? "", answer?.headers()["content-security-policy"]);
    await expectGoodLook(page);
  });
}
