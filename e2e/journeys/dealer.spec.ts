/**
 * A vehicle is booked and paid in two steps, which makes an Active Buyer; two who were brought do the same, and their sales make a pair
 * that explains itself. Done by a browser without scripts and by one with them.
 */
import type { Page } from "@playwright/test";

import { moveClock } from "../support/clock";
import { book, codeOf, letters, takePlace, tell } from "../support/dealer";
import { smallPng } from "../support/files";
import { mailTo } from "../support/mailbox";
import { approve, card, fact, heading, money, press } from "../support/steps";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

const inr = (amount: string) => money(amount, "INR");

async function say(page: Page, amount: string, transfer: string): Promise<void> {
  await page.getByLabel("Amount paid").fill(amount);
  await page.getByLabel("Transaction reference").fill(transfer);
  await press(page, "Continue");
}

/** Takes a place and books; answers the address of the booking. */
async function sell(member: Visitor): Promise<string> {
  await takePlace(member);
  return book(member);
}

test("from a booking to a pair with its explanation", async ({ open, visitor, clock: _held }) => {
  test.setTimeout(300_000);
  const first = `Olga${letters()}`;
  const member = await visitor();
  const email = await member.join(first);
  const page = await open(await member.session());
  const finance = await open("finance");

  await test.step("takes a place in the tree", async () => {
    await page.goto("/network");
    await expect(page.getByText("You would be placed below the company")).toBeVisible();
    await press(page, "Take my place");
    await expect(page.getByText("Left: free")).toBeVisible();
  });

  await test.step("books, with instalments", async () => {
    await page.goto("/vehicles");
    await page.getByRole("link", { name: "City scooter" }).click();
    await page.getByLabel("How the rest is paid").selectOption({ label: "12 monthly instalments" });
    await press(page, "Continue");
    await expect(fact(page, "Price")).toContainText(inr("84,000.00"));
    await press(page, "Book now");
    await expect(page.getByText("Your booking is made")).toBeVisible();
  });
  const booking = new URL(page.url()).pathname;

  await test.step("the first payment is at least 500, none is more than what is owed", async () => {
    await page.getByRole("link", { name: "Pay", exact: true }).click();
    await expect(card(page, "Where to pay")).toContainText("coffermotors@kochi");
    await say(page, "499.99", "TX-1");
    await expect(page.getByRole("alert")).toContainText("The least you can enter is 500.00 INR.");
    await say(page, "84000.01", "TX-1");
    await expect(page.getByRole("alert")).toContainText("This is more than what is still owed.");
  });

  await test.step("500 with a proof, confirmed by somebody who sees it", async () => {
    await page.getByLabel("Proof of payment").setInputFiles({ name: "upi.png", mimeType: "image/png", buffer: smallPng });
    await say(page, "500", `UPI-${letters()}`);
    await expect(fact(page, "Proof of payment")).toContainText("upi.png");
    await press(page, "Tell us about this payment");
    await expect(page.getByText("Your payment is recorded")).toBeVisible();
    await expect(card(page, "Payments")).toContainText("Waiting for approval");
    await finance.goto(`/admin/requests?search=${encodeURIComponent(first)}`);
    await finance.getByRole("row").filter({ hasText: first }).getByRole("link").first().click();
    await expect(finance.getByRole("link", { name: "Download the proof" })).toBeVisible();
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    await page.goto(booking);
    await expect(page.locator("header").last()).toContainText("Reserved");
    await expect(card(page, "Instalments").getByRole("row")).toHaveCount(13);
    await mailTo(email, "booking_paid");
  });

  await test.step("4,500 more make an Active Buyer", async () => {
    await page.goto("/bookings");
    await expect(card(page, "Active Buyer")).toContainText("Not yet");
    await page.goto(`${booking}/pay`);
    await say(page, "4500", `UPI-${letters()}`);
    await press(page, "Tell us about this payment");
    await expect(page.getByText("Your payment is recorded")).toBeVisible();
    await approve(finance, first, /./);
    await page.goto("/bookings");
    await expect(card(page, "Active Buyer")).toContainText("Yes");
    await expect(card(page, "Active Buyer")).toContainText("From");
  });

  await test.step("staff find the booking", async () => {
    const staff = await open("operations");
    await staff.goto(`/admin/bookings?search=${first.toLowerCase()}`);
    await staff.getByRole("row").filter({ hasText: first }).getByRole("link").first().click();
    await expect(staff.locator("main")).toContainText(inr("79,000.00"));
    await expect(card(staff, "Payments").getByRole("row")).toHaveCount(3);
  });

  const code = await codeOf(member);
  await test.step("two who were brought sell as well", async () => {
    for (const name of [`Lena${letters()}`, `Remi${letters()}`]) {
      const direct = await visitor();
      await direct.join(name, code);
      const theirs = await sell(direct);
      for (const amount of ["4999.00", "1.00"]) {
        await tell(direct, theirs, amount);
        await approve(finance, name, /./);
      }
    }
    await page.goto("/network");
    await expect(page.getByRole("listitem").filter({ hasText: /^Left ?Lena/ }).first()).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: /^Right ?Remi/ }).first()).toBeVisible();
    await page.goto("/network?search=remi");
    await expect(card(page, "Found").getByRole("row").nth(1)).toContainText("Remi");
  });

  await test.step("when cooling-off is over their sales count and make a pair", async () => {
    await moveClock("+31d");
    await expect(async () => {
      await page.goto("/network/pairs");
      await expect(page.getByRole("link", { name: "Pair 1", exact: true })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 90_000 });
    await page.getByRole("link", { name: "Pair 1", exact: true }).click();
    await heading(page, "Pair 1");
    await expect(card(page, "Why this amount")).toContainText("left leg 1, right leg 1");
    await expect(card(page, "Why this amount")).toContainText("Your first 5 pairs are paid whole, and this is one of them.");
    await expect(fact(page, "Paid for own bookings")).toContainText(inr("5,000.00"));
    await page.goto("/network/earnings");
    await expect(card(page, "From pairs, by month")).toContainText(inr("1,000.00"));
  });

  await test.step("another member cannot read it", async () => {
    const stranger = await visitor();
    await stranger.join(`Stan${letters()}`);
    expect((await stranger.get(booking)).status()).toBe(404);
    const me = /at=([0-9a-f-]{36})/.exec(await member.page("/network"))?.[1] ?? "";
    expect((await stranger.get(`/network?at=${me}`)).status()).toBe(404);
  });
});
