/** Pages that exist only after a form was sent: refused, to be checked, waiting for a code. As good to everybody as the others. */
import { expectGoodLook } from "../support/look";
import { heading, press } from "../support/steps";
import { expect, test } from "../support/test";

test("a refused login, and its code page with a wrong code", async ({ open }) => {
  const page = await open();
  await page.goto("/login");
  await press(page, "Send me a code");
  await expect(page.getByRole("alert")).toBeFocused();
  await expectGoodLook(page);
});

test("a deposit: refused, then to be checked", async ({ open }) => {
  const page = await open("bo");
  await page.goto("/deposits/new");
  await page.getByRole("link", { name: "Northwind Bank" }).click();
  await press(page, "Continue");
  await expect(page.getByRole("alert")).toBeFocused();
  await expectGoodLook(page);
  await page.getByLabel("Amount you sent").fill("120.00");
  await page.getByLabel("Transaction reference of your bank").fill(`LOOK-${crypto.randomUUID()}`);
  await press(page, "Continue");
  await heading(page, "Check your answers");
  await expectGoodLook(page);
  await press(page, "Change");
  await expect(page.getByLabel("Amount you sent")).toHaveValue("120.00");
});

test("a quote with its schedule, and a contract without the tick", async ({ open }) => {
  const page = await open("ann");
  await page.goto("/invest");
  await page.getByRole("link", { name: "Fortnight" }).click();
  await page.getByLabel("Amount to invest").fill("100.00");
  await press(page, "Show the quote");
  await press(page, "Invest 100.00 USD");
  await expect(page.getByText("Read the risks and tick the box").first()).toBeVisible();
  await expectGoodLook(page);
});

test("a withdrawal to be checked, and waiting for its code", async ({ open }) => {
  const page = await open("ann");
  await page.goto("/withdrawals/new");
  await page.getByLabel("Amount", { exact: true }).fill("10.00");
  await press(page, "Continue");
  await heading(page, "Check your answers");
  await expectGoodLook(page);
  await press(page, "Mail me a code");
  await heading(page, "Confirm with a code");
  await page.getByLabel("Six-digit code").fill("000000");
  await press(page, "Request withdrawal");
  await expect(page.getByRole("alert")).toContainText("That is not the code we sent");
  await expectGoodLook(page);
});

test("treasury money to be checked by staff", async ({ open }) => {
  const page = await open("operations");
  await page.goto("/admin/treasury/fund");
  await press(page, "Continue");
  await expect(page.getByRole("alert")).toBeFocused();
  await expectGoodLook(page);
  await page.getByLabel("Amount", { exact: true }).fill("25.00");
  await page.getByLabel("Returns").check();
  await page.getByLabel("Northwind Bank").check();
  await press(page, "Continue");
  await expect(page.getByText("Check before you confirm")).toBeVisible();
  await expectGoodLook(page);
});
