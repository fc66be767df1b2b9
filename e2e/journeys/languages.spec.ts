/** With scripts: a page that was loaded in one language never shows half of another. */
import { codeFor, seenBy } from "../support/mailbox";
import { expect, test } from "../support/test";

test("signing in by script brings the member's language, texts and document together", async ({ open, visitor }) => {
  const member = await visitor();
  const email = await member.join("Scripta");
  await member.post("/resources/language", { language: "hi", back: "/home" });

  const page = await open();
  const seen = await seenBy(email);
  await page.goto("/login");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Six-digit code").fill(await codeFor(email, "login_code", seen));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "hi");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^नमस्ते/);

  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Hola/);
  await expect(page, "and stays on the page").toHaveURL(/\/home$/);

  // Chosen elsewhere: the next page that scripts fetch is loaded anew in that language.
  await member.post("/resources/language", { language: "hi", back: "/home" });
  await page.getByRole("navigation", { name: "Miembro" }).getByRole("link", { name: "Monedero" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "hi");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("वॉलेट");
});
