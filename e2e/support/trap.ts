/** Pages of a browser in which anything that ran, or that the policy had to stop, is told. */
import type { Browser, Page } from "@playwright/test";

import { ownAddress } from "./address";
import type { SavedSession } from "./visitor";

export type Trap = { page: Page; sprung: (what: string) => Promise<string[]>; close: () => Promise<void> };

export async function setTrap(browser: Browser, session: SavedSession): Promise<Trap> {
  const context = await browser.newContext({ storageState: session, extraHTTPHeaders: { "X-Forwarded-For": ownAddress() } });
  const page = await context.newPage();
  const found: string[] = [];
  page.on("dialog", (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to|Minified React error|Hydration/i.test(message.text())) found.push(message.text().slice(0, 200));
  });
  page.on("pageerror", (error) => found.push(error.message.slice(0, 200)));
  page.on("request", (request) => {
    if (/evil\.example/.test(request.url())) found.push(`a request to ${request.url()}`);
  });
  return {
    page,
    sprung: async (what) => {
      await page.waitForLoadState("load");
      if (await page.evaluate(() => "__hit" in window)) found.push("a script ran");
      return found.splice(0).map((one) => `${what}: ${one}`);
    },
    close: () => context.close(),
  };
}

/** A form of the page, filled in with these and sent by the browser itself, past every script of the page. */
export async function submitIn(page: Page, path: string, values: Record<string, string>): Promise<void> {
  await Promise.all([
    page.waitForEvent("load"),
    page.evaluate(({ action, fields }) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = action;
      for (const [name, value] of fields) {
        const field = document.createElement("textarea");
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      // After this function has answered: its context ends with the page.
      setTimeout(() => form.submit(), 0);
    }, { action: path, fields: Object.entries(values) }),
  ]);
}
