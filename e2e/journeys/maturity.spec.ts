/** What happens at the end of a term: chosen on the contract's page, changed, carried out. Done by a browser without scripts and by one with them. */
import { moveClock } from "../support/clock";
import { mailTo } from "../support/mailbox";
import { demoEmail } from "../support/sessions";
import { card, fact, money, press } from "../support/steps";
import { expect, test } from "../support/test";

test("principal is invested again, as it was chosen before the last day", async ({ open, clock: _held }) => {
  test.setTimeout(180_000);
  const page = await open("ann");
  await page.goto("/invest");
  await page.getByRole("link", { name: "Fortnight" }).click();
  await page.getByLabel("Amount to invest").fill("100.00");
  await press(page, "Show the quote");
  await page.getByLabel("I have read the risks and accept them.").check();
  await press(page, "Invest 100.00 USD");
  await expect(page.getByText("Your investment has begun")).toBeVisible();
  const path = new URL(page.url()).pathname;
  const ending = card(page, "When the term ends");
  const renew = page.getByLabel(/^Invest it again in Fortnight/);
  const tick = page.getByLabel("I have read the risks and accept them.");

  await test.step("nothing chosen: it goes to the deposit wallet", async () => {
    await expect(ending).toContainText(money("100.00"));
    await expect(ending).toContainText("goes to your deposit wallet");
    await expect(page.getByLabel("To my deposit wallet")).toBeChecked();
  });

  await test.step("to invest again, the risks are accepted again", async () => {
    await renew.check();
    await press(page, "Save");
    await expect(page.getByText("Read the risks and tick the box to continue.").first()).toBeVisible();
    await expect(renew).toBeChecked();
    await tick.check();
    await press(page, "Save");
    await expect(ending.getByText("Saved. It is carried out when the term ends.")).toBeVisible();
    await expect(ending).toContainText("is invested again in Fortnight");
    await expect(renew).toBeChecked();
  });

  await test.step("it can be changed and changed back, and the history stays", async () => {
    await page.getByLabel("To my deposit wallet").check();
    await press(page, "Save");
    await expect(ending).toContainText("goes to your deposit wallet");
    await renew.check();
    await tick.check();
    await press(page, "Save");
    await expect(ending.getByRole("listitem")).toHaveText([/^Invest again/, /^Deposit wallet/, /^Invest again/]);
    await page.goto("/exit");
    await expect(page.locator("main")).toContainText("then invested again");
  });

  await test.step("on the end date it is carried out, once, and told", async () => {
    await moveClock("+14d");
    const mail = await mailTo(demoEmail("ann"), "investment_renewed", { saying: "100.00 USD" });
    expect(mail.text).toContain("Duration: 14 days");
    await page.goto(path);
    await expect(ending).toContainText("The principal is invested again, in the contract");
    await expect(ending.getByRole("button")).toHaveCount(0);
    await ending.getByRole("link", { name: /^I-/ }).click();
    await expect(fact(page, "Continues").getByRole("link")).toHaveAttribute("href", path);
    await expect(card(page, "When the term ends")).toContainText("goes to your deposit wallet");
  });
});
