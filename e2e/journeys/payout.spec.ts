/**
 * A dealer earns a commission and asks for it: tax is withheld, an instalment is paid, two people approve, and the rest goes to the bank in a file. The bank's
 * answer says that one payout arrived and that another one came back. Done by a browser without scripts and by one with them.
 */
import type { Page } from "@playwright/test";

import { approvedMember } from "../support/approved-member";
import { moveClock } from "../support/clock";
import { book, codeOf, fundCommissions, letters, tell } from "../support/dealer";
import { mailTo } from "../support/mailbox";
import { approve, approveAt, approveByTwo, card, confirmWithCode, fact, heading, money, press } from "../support/steps";
import { expect, test } from "../support/test";

const inr = (amount: string) => money(amount, "INR");
/** Digits of an amount on a page, in minor units: paise are whole numbers. */
const paise = (text: string | null): number => Number.parseInt(/[\d,]+\.\d\d/.exec(text ?? "")?.[0].replace(/[,.]/g, "") ?? "", 10);

const answerForm = (staff: Page, name: string, lines: string[]) => staff.getByLabel("File of the bank").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });

test("from a commission to the bank and back", async ({ open, visitor, clock: _held }) => {
  test.setTimeout(300_000);
  const first = `Piet${letters()}`;
  const { visitor: member, email } = await approvedMember(first);
  const page = await open(await member.session());
  const [finance, second, operations] = [await open("finance"), await open("finance2"), await open("operations")];

  await test.step("a dealer books in instalments, and somebody the dealer brought pays for a vehicle", async () => {
    await tell(member, await book(member, { name: "City scooter", parts: "36" }), "500.00");
    await approve(finance, first, /./);
    const buyer = await visitor();
    const name = `Bina${letters()}`;
    await buyer.join(name, await codeOf(member));
    await tell(buyer, await book(buyer, { name: "Delivery three-wheeler" }), "200000.00");
    await approveByTwo(finance, second, name);
    const funding = await fundCommissions(await visitor("operations-2"));
    await approveAt(finance, funding, "Your approval is counted.");
    await approveAt(second, funding, "Approved and carried out.");
  });

  await test.step("without a bank account there is no form yet", async () => {
    await page.goto("/payouts");
    await expect(page.getByText("No payouts yet")).toBeVisible();
    await page.goto("/destinations/new?type=BANK");
    await page.getByLabel("Name for it").fill("Savings");
    await page.getByLabel("Account holder").fill(`${first} Tester`);
    await page.getByLabel("Account number or IBAN").fill("009922104471");
    await press(page, "Continue");
    await confirmWithCode(page, email, "Add destination");
    await expect(page.getByText("Savings was added")).toBeVisible();
  });

  await test.step("when cooling-off is over the earnings are free, and an instalment is due", async () => {
    await moveClock("+40d");
    await page.goto("/network/earnings");
    await page.getByRole("link", { name: "Ask for a payout" }).click();
    await expect(page.locator("main")).toContainText(inr("6,000.00"));
    await expect(page.locator("main")).toContainText(/5\.00\s%\stax is withheld, at most 10,000\.00 INR from one payout\./);
  });

  await test.step("more than there is, and no account, are refused at their fields", async () => {
    await page.getByLabel("Amount before tax").fill("6000.01");
    await press(page, "Continue");
    await expect(page.getByRole("alert").first()).toContainText("6,000.00");
    await expect(page.getByLabel("Amount before tax")).toHaveValue("6000.01");
  });

  let bank = 0;
  await test.step("the preview is what is asked for", async () => {
    await page.getByLabel("Amount before tax").fill("5000");
    await page.getByLabel("Pay instalments that are due first").check();
    await page.getByLabel(/Savings/).check();
    await press(page, "Continue");
    await heading(page, "Check your answers");
    await expect(fact(page, "Tax withheld")).toContainText(inr("250.00"));
    await expect(fact(page, "Tax withheld")).toContainText(/5\.00\s% of what you ask for\./);
    const instalments = paise(await page.locator("dl > div").filter({ hasText: "Pays instalments of" }).locator("dd").textContent());
    bank = paise(await fact(page, "To your bank").textContent());
    expect(instalments).toBeGreaterThan(0);
    expect(bank).toBeGreaterThan(0);
    expect(25_000 + instalments + bank).toBe(500_000);
    await expect(page.locator("main")).toContainText("2 people of the operator check and approve it");
    await confirmWithCode(page, email, "Request payout");
    await expect(page.getByText("Your payout was requested")).toBeVisible();
    expect(paise(await fact(page, "To your bank").textContent())).toBe(bank);
    await mailTo(email, "payout_pending", { saying: "5,000.00 INR" });
  });
  const large = new URL(page.url()).pathname;
  const references: string[] = [];
  const reference = async () => references.push(/P-[A-Z0-9]{8}/.exec((await page.locator("h1").textContent()) ?? "")?.[0] ?? "");
  await reference();

  await test.step("another one is taken back, and asked again", async () => {
    for (const amount of ["800", "500"]) {
      await page.goto("/payouts/new");
      await page.getByLabel("Amount before tax").fill(amount);
      await press(page, "Continue");
      await confirmWithCode(page, email, "Request payout");
      await expect(page.getByText("Your payout was requested")).toBeVisible();
      if (amount === "500") break;
      await page.getByText("Cancel this payout").click();
      await press(page, "Cancel payout");
      await expect(page.locator("header").last()).toContainText("Cancelled");
    }
    await reference();
  });
  const small = new URL(page.url()).pathname;

  await test.step("two people approve the large one, one the small one", async () => {
    await finance.goto(`/admin/requests?kind=payout&search=${encodeURIComponent(first)}`);
    await finance.getByRole("row").filter({ hasText: "500.00" }).filter({ hasNotText: "5,000.00" }).getByRole("link").first().click();
    await heading(finance, /Payout/);
    await expect(card(finance, "Payout")).toContainText("009922104471");
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    await approveByTwo(finance, second, first);
    await mailTo(email, "payout_approved", { saying: "5,000.00 INR" });
    await page.goto(large);
    await expect(page.locator("header").last()).toContainText("Approved");
  });

  await test.step("a file for the bank, in two forms", async () => {
    await operations.goto("/admin/payouts/files");
    await operations.getByRole("link", { name: "Next file in INR" }).click();
    for (const one of references) await expect(card(operations, "Payouts in it")).toContainText(one);
    await press(operations, "Make the file");
    await expect(operations.getByText("The file is made")).toBeVisible();
    const file = new URL(operations.url()).pathname;
    const csv = await (await operations.request.get(`${file}/csv`)).text();
    const xml = await (await operations.request.get(`${file}/xml`)).text();
    for (const one of references) {
      expect(csv).toContain(`${one},${first} Tester,009922104471`);
      expect(xml).toContain(`<EndToEndId>${one}</EndToEndId>`);
    }
    await page.goto(large);
    await expect(page.locator("header").last()).toContainText("Sent");
  });

  await test.step("an answer that does not fit is refused whole, line by line", async () => {
    await answerForm(operations, "answer.csv", ["Reference,Status,Amount,Reason", `${references[0]},Processed,1.00,`, "P-NOTTHERE,Processed,,", `${references[1]},Returned,,`]);
    await press(operations, "Take the answer");
    await expect(operations.getByText("Line 2 names another amount than was sent. Nothing was taken.").first()).toBeVisible();
    await expect(operations.getByText("3 lines do not fit")).toBeVisible();
    await expect(operations.getByText("Line 3 names a payout that is not in this file. Nothing was taken.")).toBeVisible();
    await expect(fact(operations, "Paid")).toHaveText("0");
  });

  await test.step("one was paid, one came back", async () => {
    await answerForm(operations, "answer.csv", ["Reference,Status,Amount,Reason", `${references[0]},Processed,${(bank / 100).toFixed(2)},`, `${references[1]},Returned,475.00,Account closed`]);
    await press(operations, "Take the answer");
    await expect(operations.getByText("The bank’s answer is taken")).toBeVisible();
    await mailTo(email, "payout_paid", { saying: references[0] ?? "" });
    expect((await mailTo(email, "payout_returned", { saying: "Account closed" })).text).toContain(references[1]);
    await page.goto(large);
    await expect(page.locator("header").last()).toContainText("Paid");
    await page.goto(small);
    await expect(page.locator("header").last()).toContainText("Returned");
    await expect(page.locator("main")).toContainText("Account closed");
    await expect(card(page, "Movements in your wallets")).toContainText(money("+475.00", "INR"));
    await page.goto("/payouts/new");
    // 6,000 less 5,000, less 500, and 475 back.
    await expect(page.locator("main")).toContainText(inr("975.00"));
  });

  await test.step("the tax is paid over to the authority, under its reference", async () => {
    const paidOver = `CH-${letters()}`;
    await operations.goto("/admin/tax");
    await operations.getByRole("link", { name: "Record a payment to the authority" }).click();
    await expect(operations).toHaveURL(/deposit\?quarter=/);
    await operations.goto(`${operations.url()}&of=00000000-0000-7000-8000-000000000001+INR`);
    // 250.00 and 25.00: what came back to the member keeps its tax.
    await operations.getByLabel("Amount", { exact: true }).fill("275.00");
    await operations.getByRole("radio").first().check();
    await press(operations, "Continue");
    await expect(operations.getByRole("alert").first()).toContainText("Enter the reference");
    await operations.getByLabel("Reference of the payment").fill(paidOver);
    await press(operations, "Continue");
    await expect(fact(operations, "Reference of the payment")).toHaveText(paidOver);
    await press(operations, "Send for approval");
    await expect(card(operations, "The payment to the authority")).toContainText(paidOver);
    await approveAt(finance, new URL(operations.url()).pathname, "Approved and carried out.");
    await operations.goto("/admin/tax");
    await expect(operations.getByRole("row").filter({ hasText: paidOver })).toContainText(inr("275.00"));
  });

  await test.step("of the instalment the operator takes its own money out of the client account, and no more than that", async () => {
    // What others took counts in the same figure: this journey runs with scripts and without, in the same company, and perhaps at once.
    const swept = card(operations, "Own money in the client accounts").getByRole("row").filter({ hasText: "INR" }).getByRole("cell").nth(3);
    await operations.goto("/admin/treasury");
    const before = paise(await swept.textContent());
    await operations.goto("/admin/treasury/sweep?currency=INR");
    await operations.getByLabel("Vehicle money").fill("9000000.00");
    await operations.getByLabel("Fees and gains").fill("0");
    await operations.getByRole("radio").first().check();
    await press(operations, "Continue");
    await expect(operations.getByRole("alert").first()).toContainText("of this is the operator’s own");
    await operations.getByLabel("Vehicle money").fill("100.00");
    await press(operations, "Continue");
    await expect(fact(operations, "Vehicle money")).toContainText(inr("100.00"));
    await press(operations, "Send for approval");
    await expect(card(operations, "Own money")).toContainText(inr("100.00"));
    await approveAt(finance, new URL(operations.url()).pathname, "Approved and carried out.");
    await operations.goto("/admin/treasury");
    expect(paise(await swept.textContent())).toBeGreaterThanOrEqual(before + 10_000);
  });

  await test.step("another member cannot read it", async () => {
    const stranger = await visitor();
    await stranger.join(`Stan${letters()}`);
    expect((await stranger.get(large)).status()).toBe(404);
  });
});
