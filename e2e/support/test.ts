/** The `test` of all our specs: pages that are watched, people with sessions, an address of one's own, the clock. */
import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";

import { ownAddress } from "./address";
import { holdClock } from "./clock";
import { sessionOf, type SignedIn } from "./sessions";
import { Visitor, type SavedSession } from "./visitor";
import { watch } from "./watch";

type Fixtures = {
  /** A page of somebody else: another browser, another address; signed in when a person or session is given. */
  open: (who?: SignedIn | SavedSession) => Promise<Page>;
  /** The same without a browser. */
  visitor: (who?: SignedIn | SavedSession) => Promise<Visitor>;
  /** The right to move the business clock, until the test ends. */
  clock: null;
};

const sessionFrom = (who: SignedIn | SavedSession | undefined) => (typeof who === "string" ? sessionOf(who) : who);

export const test = base.extend<Fixtures>({
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[][] = [];
    await use(async (who) => {
      const session = sessionFrom(who);
      const context = await browser.newContext({
        ...(session ? { storageState: session } : {}),
        extraHTTPHeaders: { "X-Forwarded-For": ownAddress() },
      });
      contexts.push(context);
      faults.push(watch(context));
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(faults.flat(), "what the pages of this test did besides").toEqual([]);
  },
  visitor: async ({ baseURL: _base }, use) => {
    const visitors: Visitor[] = [];
    await use(async (who) => {
      const visitor = await Visitor.arrive(sessionFrom(who));
      visitors.push(visitor);
      return visitor;
    });
    await Promise.all(visitors.map((visitor) => visitor.leave()));
  },
  // Whoever holds it may have months to move: waiting for one's turn is not the test's own time.
  clock: [
    async ({ baseURL: _base }, use) => {
      const release = await holdClock();
      try {
        await use(null);
      } finally {
        release();
      }
    },
    { timeout: 480_000 },
  ],
});

export { expect } from "@playwright/test";
