/**
 * The main job: a member's money comes in, works and leaves again. Done twice, by a browser without scripts and by one with
 * them (playwright.config.ts), and each step is looked up on the pages and in the mails it must send.
 */
import { randomInt } from "node:crypto";

import { moveClock } from "../support/clock";
import { mailTo } from "../support/mailbox";
import { demoEmail, sessionOf } from "../support/sessions";
import { approve, card, confirmWithCode, fact, heading, money, openAccount, press, signIn, signInAsStaff } from "../support/steps";
import { expect, test } from "../support/test";
import { newEmail } from "../support/visitor";
import { smallPng } from "../support/files";

test("the main job, from the referral link to money sent", async ({ open, visitor, clock: _held, javaScriptEnabled }) => {
  test.setTimeout(240_000);
  const scripts = javaScriptEnabled !== false;
  // Two staff accounts, so that the two runs do not take each other's codes out of one mailbox.
  const financeEmail = demoEmail(scripts ? "finance2" : "finance");
  const referrer = await visitor();
  const referrerEmail = await referrer.join("Rut");
  const first = scripts ? "Sada" : "Nora";
  const last = `Vale${randomInt(1e6)}`;
  const email = newEmail(first);

  const inviting = await open(await referrer.session());
  await inviting.goto("/referrals");
  const code = ((await inviting.locator("main").textContent()) ?? "").match(/\?ref=([A-Z0-9]{8})/)?.[1] ?? "";
  expect(code, "the code in the link on the page").toHaveLength(8);

  const page = await open();
  await test.step("sign-up with a referral link and a mailed code", async () => {
    await page.goto(`/login?ref=${code}`);
    await heading(page, "You are invited to join");
    await signIn(page, email);
    await openAccount(page, { first, last, code });
    await heading(page, `Hello, ${first}`);
    await mailTo(email, "welcome", { saying: "10.00 USD" });
  });

  const transaction = `E2E-${randomInt(1e9)}`;
  await test.step("deposit with proof", async () => {
    await page.goto("/deposits/new");
    await page.getByRole("link", { name: "Northwind Bank" }).click();
    await page.getByLabel("Amount you sent").fill("1500.00");
    await page.getByLabel("Transaction reference of your bank").fill(transaction);
    await page.getByLabel(/Proof of payment/).setInputFiles({ name: "receipt.png", mimeType: "image/png", buffer: smallPng });
    await press(page, "Continue");
    await heading(page, "Check your answers");
    await expect(fact(page, "Amount")).toHaveText(money("1,500.00"));
    await expect(fact(page, "Proof of payment")).toHaveText("receipt.png");
    await press(page, "Submit deposit");
    await heading(page, /^Deposit D-/);
    await expect(page.getByText("Your deposit was submitted")).toBeVisible();
    await expect(page.getByText("Waiting for approval").first()).toBeVisible();
  });
  const depositPath = new URL(page.url()).pathname;
  await mailTo(email, "deposit_pending", { saying: "1,500.00 USD" });

  const staff = await open();
  await test.step("approve as finance", async () => {
    await mailTo(financeEmail, "admin_request", { saying: `${first} ${last}` });
    await signInAsStaff(staff, financeEmail);
    await staff.goto(`/admin/requests?search=${last}`);
    await staff.getByRole("row").filter({ hasText: last }).getByRole("link").first().click();
    await heading(staff, /Deposit/);
    await expect(fact(staff, "Transaction reference")).toContainText(transaction);
    const download = await staff.request.get((await staff.getByRole("link", { name: "Download the proof" }).getAttribute("href")) ?? "");
    expect(download.headers()["content-disposition"]).toContain("attachment");
    // Drawn again on the way in: a picture still, though not the same bytes.
    expect((await download.body()).subarray(1, 4).toString("latin1")).toBe("PNG");
    await press(staff, "Approve");
    await expect(staff.getByText("Approved and carried out.")).toBeVisible();
    await mailTo(email, "deposit_approved", { saying: "1,500.00 USD" });
    await page.goto(depositPath);
    await expect(page.getByText("Approved").first()).toBeVisible();
    await page.goto("/wallet");
    await expect(card(page, "Deposit wallet")).toContainText(money("1,500.00"));
    await expect(card(page, "Interest wallet")).toContainText(money("10.00"));
  });

  await test.step("quote and invest", async () => {
    await page.goto("/invest");
    await page.getByRole("link", { name: "Fortnight" }).click();
    await page.getByLabel("Amount to invest").fill("1000.00");
    await press(page, "Show the quote");
    await expect(card(page, "Quote")).toContainText(money("7.00"));
    await expect(card(page, "Quote")).toContainText(money("0.50"));
    await expect(card(page, "Quote")).toContainText(money("1,007.00"));
    await press(page, "Invest 1,000.00 USD");
    await expect(page.getByText("Read the risks and tick the box to continue.").first()).toBeVisible();
    await page.getByLabel("I have read the risks and accept them.").check();
    await press(page, "Invest 1,000.00 USD");
    await expect(page.getByText("Your investment has begun")).toBeVisible();
    const mail = await mailTo(email, "investment_confirmed", { saying: "1,000.00 USD" });
    expect(mail.text).toContain("Duration: 14 days");
    expect(mail.text).toContain("Projected in total: 7.00 USD");
    await page.goto("/wallet");
    await expect(card(page, "Deposit wallet")).toContainText(money("500.00"));
    await expect(card(page, "Invested")).toContainText(money("1,000.00"));
  });

  await test.step("the referrer has the commission and its mail", async () => {
    await mailTo(referrerEmail, "referral_earned", { saying: "20.00 USD" });
    await inviting.goto("/referrals");
    await expect(inviting.getByRole("row").filter({ hasText: "1,000.00" })).toContainText(money("20.00"));
    await expect(inviting.locator("#people")).toContainText(first);
  });

  await page.goto("/investments");
  await page.getByRole("link", { name: /Fortnight/ }).first().click();
  await expect(page).toHaveURL(/\/investments\/[0-9a-f-]{36}/);
  const investmentPath = new URL(page.url()).pathname;
  await test.step("the first day is credited, and the credit opens its explanation", async () => {
    await moveClock("+1d");
    await page.goto(investmentPath);
    const day = page.getByRole("row").filter({ hasText: "Day 1 " });
    await expect(day).toContainText(money("0.50"));
    await day.getByRole("link").click();
    await expect(page).toHaveURL(/\/wallet\/movements\//);
    await expect(page.locator("main")).toContainText(money("+0.50"));
    await expect(page.locator("main")).toContainText("0.05");
  });

  await test.step("maturity brings the principal back", async () => {
    await moveClock("+13d");
    const mail = await mailTo(email, "investment_matured", { saying: "1,000.00 USD" });
    expect(mail.text).toContain("Earned in total: 7.00 USD");
    await page.goto(investmentPath);
    await expect(page.getByText("This investment has ended")).toBeVisible();
    await expect(page.locator("main")).toContainText(money("7.00"));
    await page.goto("/wallet");
    await expect(card(page, "Deposit wallet")).toContainText(money("1,500.00"));
    await expect(card(page, "Interest wallet")).toContainText(money("17.00"));
  });

  await test.step("a new destination with a code bound to it", async () => {
    await page.goto("/destinations/new");
    await page.getByRole("link", { name: "Bank account" }).click();
    await page.getByLabel("Name for it").fill("Household");
    await page.getByLabel("Account holder").fill(`${first} ${last}`);
    await page.getByLabel("Account number or IBAN").fill("DE89370400440532013000");
    await press(page, "Continue");
    await heading(page, "Check your answers");
    await expect(fact(page, "Account number or IBAN")).toHaveText("DE89370400440532013000");
    await confirmWithCode(page, email, "Add destination");
    await expect(page.getByText("Household was added")).toBeVisible();
    expect((await mailTo(email, "step_up_code", { saying: "DE89370400440532013000" })).subject).toContain("destination");
    await mailTo(email, "destination_added", { saying: "Household" });
  });

  await test.step("it cannot be used before the waiting time is over", async () => {
    await page.goto("/withdrawals/new");
    await expect(page.getByText("All your destinations are new.")).toBeVisible();
    await expect(page.getByLabel(/Household/)).toBeDisabled();
    await moveClock("+25h");
    await page.goto("/withdrawals/new");
    await expect(page.getByLabel(/Household/)).toBeChecked();
  });

  await test.step("withdrawal with a code bound to wallet, amount and destination", async () => {
    await page.getByLabel("Amount", { exact: true }).fill("1200.00");
    await press(page, "Continue");
    await heading(page, "Check your answers");
    await expect(fact(page, "You receive")).toHaveText(money("1,200.00"));
    await expect(fact(page, "From")).toContainText(money("300.00"));
    await confirmWithCode(page, email, "Request withdrawal");
    await heading(page, /^Withdrawal W-/);
    const mail = await mailTo(email, "step_up_code", { saying: "1,200.00 USD" });
    expect(mail.text).toContain("Household");
    await mailTo(email, "withdrawal_pending", { saying: "1,200.00 USD" });
    await page.goto("/wallet");
    await expect(card(page, "Deposit wallet")).toContainText(money("300.00"));
    await expect(card(page, "Deposit wallet")).toContainText(money("1,200.00"));
  });

  await test.step("approved and sent", async () => {
    await approve(staff, last, /Withdrawal/);
    await mailTo(email, "withdrawal_approved", { saying: "1,200.00 USD" });
    await page.goto("/withdrawals");
    const reference = ((await page.locator("main").textContent()) ?? "").match(/W-[A-Z0-9]{8}/)?.[0] ?? "";
    await staff.goto("/admin/withdrawals");
    await staff.getByRole("link", { name: reference }).first().click();
    await staff.getByLabel("Northwind Bank").check();
    await staff.getByLabel("Transaction reference").fill(`OUT-${transaction}`);
    await press(staff, "Continue");
    await expect(fact(staff, "Transaction reference")).toContainText(`OUT-${transaction}`);
    await press(staff, "Record as sent");
    await expect(staff.getByText("Recorded as sent.")).toBeVisible();
    await mailTo(email, "withdrawal_sent", { saying: `OUT-${transaction}` });
    await page.goto("/withdrawals");
    await page.getByRole("link", { name: reference }).first().click();
    await expect(page.locator("main")).toContainText(`OUT-${transaction}`);
    await expect(page.getByText("Sent").first()).toBeVisible();
  });

  await test.step("what is left adds up", async () => {
    await page.goto("/wallet");
    await expect(card(page, "Deposit wallet")).toContainText(money("300.00"));
    await expect(card(page, "Interest wallet")).toContainText(money("17.00"));
    const books = await open(sessionOf("operations"));
    await books.goto("/admin/books");
    await expect(books.locator("main")).not.toContainText("−0.01");
  });
});
