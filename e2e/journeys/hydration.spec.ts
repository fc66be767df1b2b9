/** With scripts: whoever clicks before a page is alive has not broken it. */
import { expect, test } from "../support/test";

/** Clicks at the one moment when React has been asked to bring the page alive and has not begun: it listens then, and nothing else can come between. */
function clickAtOnce(): void {
  const listen = document.addEventListener.bind(document) as (...args: unknown[]) => void;
  document.addEventListener = (...args: unknown[]) => {
    listen(...args);
    if (args[0] !== "click") return;
    document.addEventListener = listen;
    queueMicrotask(() => {
      document.querySelector("h1")?.click();
      document.documentElement.dataset.clicked = "before";
    });
  };
}

test("a click on a page that is not alive yet is no fault of it, and it comes alive after it", async ({ open }) => {
  const page = await open();
  await page.addInitScript(clickAtOnce);
  await page.goto("/login");
  await expect(page.locator("html")).toHaveAttribute("data-clicked", "before");
  await page.waitForFunction(() => "__remixRouter" in window);
  await page.getByLabel("Email address").fill("nobody-at-all");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("Email address")).toHaveAttribute("aria-invalid", "true");
});
