/** A member deactivates the account: it is read and not changed, the other session is over; a mailed code opens it again. */
import { mailTo } from "../support/mailbox";
import { confirmWithCode, heading, press } from "../support/steps";
import { expect, test } from "../support/test";

test("an account is deactivated, refuses what would change it, and is opened again", async ({ open, visitor }) => {
  test.slow();
  const guest = await visitor();
  const email = await guest.join("Quiet");
  const page = await open(await guest.session());
  await page.goto("/more");
  await page.getByRole("link", { name: "Deactivate the account" }).click();
  await heading(page, "Deactivate the account");
  await press(page, "Deactivate my account");
  await expect(page.getByText("Your account is deactivated")).toBeVisible();
  await mailTo(email, "security_changed", { saying: "Your account is deactivated" });

  await page.goto("/nominees");
  await expect(page.getByText("Your account is deactivated")).toBeVisible();
  await page.goto("/destinations/new?type=BANK");
  await page.getByLabel("Name for it").fill("Home");
  await page.getByLabel("Account holder").fill("Quiet");
  await page.getByLabel("Account number or IBAN").fill("GB29NWBK60161331926819");
  await press(page, "Continue");
  await expect(page.getByRole("alert")).toContainText("You have deactivated your account.");

  await page.getByRole("link", { name: "Open it again" }).click();
  await confirmWithCode(page, email, "Open my account", "Open my account again");
  await expect(page.getByText("Your account is open again.")).toBeVisible();
  await expect(page.getByText("Your account is deactivated")).toHaveCount(0);
  await page.goto("/deactivate");
  await expect(page.getByRole("button", { name: "Deactivate my account" })).toBeVisible();
});
