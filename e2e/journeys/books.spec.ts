/**
 * The books by hand: money that came without a name is written into them and undone again, each time by two people; deposits are approved
 * together, with their sum first; and the audit log tells it all. Done by a browser without scripts and by one with them.
 */
import { randomInt } from "node:crypto";

import { smallPng } from "../support/files";
import { fact, heading, money, press } from "../support/steps";
import { expect, test } from "../support/test";

test("a journal is written by hand, read, and undone; deposits are approved together", async ({ open, visitor }) => {
  test.setTimeout(180_000);
  const [operations, finance, second, admin] = [await open("operations"), await open("finance"), await open("finance2"), await open("admin")];
  const amount = `${randomInt(10, 99)}.${randomInt(10, 99)}`;
  const reason = `Receipt without a name ${randomInt(1e9)}`;

  await test.step("what does not balance is refused at its line", async () => {
    await operations.goto("/admin/books/journals");
    await operations.getByRole("link", { name: "Write a journal" }).click();
    await heading(operations, "Write a journal");
    await operations.getByLabel(/^Suspense/).check();
    const lines = operations.getByRole("group", { name: /^Line \d/ });
    await lines.nth(0).getByLabel("Account").selectOption({ label: "Client money: Northwind Bank" });
    await lines.nth(0).getByLabel("Debit").fill(amount);
    await lines.nth(1).getByLabel("Account").selectOption("suspense");
    await lines.nth(1).getByLabel("Credit").fill("9.99");
    await operations.getByLabel("Reason").fill(reason);
    await press(operations, "Ask two people");
    await expect(operations.getByRole("alert")).toContainText(/Debits and credits differ by/);
    await expect(lines.nth(0).getByLabel("Debit")).toHaveAttribute("aria-invalid", "true");
    await lines.nth(1).getByLabel("Credit").fill(amount);
    await press(operations, "Ask two people");
    await expect(operations).toHaveURL(/\/admin\/requests\//);
  });

  const request = new URL(operations.url()).pathname;
  await test.step("one person is not enough", async () => {
    await expect(operations.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
    await finance.goto(request);
    await expect(finance.getByRole("region", { name: "Lines" })).toContainText("Unidentified receipts");
    await press(finance, "Approve");
    await expect(finance.getByText(/second person/i).first()).toBeVisible();
    await second.goto(request);
    await press(second, "Approve");
    await expect(second.getByText("Approved and carried out.")).toBeVisible();
  });

  let journal = "";
  await test.step("the journal is found by its request, with both lines", async () => {
    const reference = (await second.getByText(/^R-[0-9A-Z]{8}$/).first().innerText()).trim();
    await operations.goto(`/admin/books/journals?search=${reference}`);
    await operations.getByRole("row").filter({ hasText: "Suspense" }).getByRole("link").first().click();
    await heading(operations, /^Journal \d+$/);
    journal = new URL(operations.url()).pathname;
    await expect(operations.getByRole("region", { name: "Lines" })).toContainText(amount);
    await expect(fact(operations, "Request")).toContainText(reference);
  });

  await test.step("it is undone, again by two", async () => {
    await operations.getByLabel("Reason").fill("It has found its owner.");
    await press(operations, "Ask for its reversal");
    await expect(operations).toHaveURL(/\/admin\/requests\//);
    const undo = new URL(operations.url()).pathname;
    for (const page of [finance, second]) {
      await page.goto(undo);
      await press(page, "Approve");
    }
    await expect(second.getByText("Approved and carried out.")).toBeVisible();
    await operations.goto(journal);
    await expect(fact(operations, "Reversed by")).toContainText(/Journal \d+/);
    await expect(operations.getByText("It was undone already.")).toBeVisible();
  });

  await test.step("deposits of a member are approved together, their sum first", async () => {
    const member = await visitor();
    const email = await member.join("Batch");
    const page = await open(await member.session());
    for (const one of ["112.00", "130.50"]) {
      await page.goto("/deposits/new");
      await page.getByRole("link", { name: "Northwind Bank" }).click();
      await page.getByLabel("Amount you sent").fill(one);
      await page.getByLabel("Transaction reference of your bank").fill(`B-${randomInt(1e9)}`);
      await page.getByLabel(/Proof of payment/).setInputFiles({ name: "receipt.png", mimeType: "image/png", buffer: smallPng });
      await press(page, "Continue");
      await press(page, "Submit deposit");
      await heading(page, /^Deposit D-/);
    }
    await finance.goto(`/admin/requests/batch?kind=deposit&search=${encodeURIComponent(email)}`);
    await expect(finance.getByRole("region", { name: "Deposits: sums" })).toContainText(money("242.50"));
    await press(finance, "Approve what is ticked");
    await expect(finance.getByText("2 were approved.")).toBeVisible();
    expect(await member.page("/wallet")).toContain("242.50");
  });

  await test.step("the audit log tells who asked and why", async () => {
    await admin.goto("/admin/audit?action=request_manual_journal");
    const row = admin.getByRole("row").filter({ hasText: reason });
    await expect(row).toHaveCount(1);
    await expect(row).toContainText("request_manual_journal");
    await admin.goto("/admin/audit?from=2027-02-02&until=2027-02-01");
    await expect(admin.getByText("The last day is before the first.")).toBeVisible();
  });
});
