/** Every page again in Spanish and in Hindi: in that language, with room for its words and a name for everything. */
import { expectRoomForWords } from "../support/look";
import { addressOf } from "../support/page-address";
import { pages } from "../support/pages";
import { expect, test } from "../support/test";

/** Who has chosen the language; staff and visitors have it in a cookie. */
const readers = { es: "diego", hi: "priya" } as const;

/** Neither of the two has withdrawn, been paid out or made a pair yet, and Diego has booked nothing. */
const notTheirs: Record<string, readonly string[]> = {
  es: ["_member+/destinations+/$id.tsx", "_member+/withdrawals+/$id.tsx", "_member+/payouts+/$id.tsx", "_member+/network+/pairs+/$id.tsx", "_member+/bookings+/$id.tsx", "_member+/bookings+/$id_.pay.tsx"],
  hi: ["_member+/destinations+/$id.tsx", "_member+/withdrawals+/$id.tsx", "_member+/payouts+/$id.tsx", "_member+/network+/pairs+/$id.tsx"],
};

for (const [language, reader] of Object.entries(readers)) {
  for (const [route, entry] of Object.entries(pages).filter(([route]) => notTheirs[language]?.includes(route) !== true)) {
    test(`${route} in ${language}`, async ({ open, visitor, baseURL }) => {
      const as = entry.as && route.startsWith("_member+") ? reader : entry.as;
      const guest = await visitor(as);
      await entry.before?.(guest);
      // Somebody who came for this page alone is a member in English until they choose.
      if (entry.before) await guest.post("/resources/language", { language, back: "/" });
      const address = await addressOf(entry, guest);
      const page = await open(entry.before ? await guest.session() : as);
      await page.context().addCookies([{ name: "language", value: language, url: baseURL ?? "" }]);
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(entry.status ?? 200);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectRoomForWords(page);
    });
  }
}
