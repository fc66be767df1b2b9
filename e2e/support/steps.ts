/** What people do on pages, in the words of the pages. Works with scripts and without. */
import { expect, type Locator, type Page } from "@playwright/test";

import { codeFor, seenBy, withMailboxOf } from "./mailbox";
import { newMobile } from "./visitor";

export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name, exact: typeof name === "string" }).click();
export const heading = (page: Page, name: string | RegExp): Promise<void> => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

/** The value beside its name in a list of facts. */
export function fact(page: Page, term: string): Locator {
  return page.locator("dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${term}$`) }) }).locator("dd").first();
}

/** The card with this title. */
export const card = (page: Page, title: string): Locator => page.getByRole("region", { name: title, exact: true });

/** An amount as it stands on a page: digits, then the currency. */
export const money = (amount: string, currency = "USD"): RegExp => new RegExp(`${amount.replace(/[.+]/g, "\\$&")}\\s?${currency}`);

async function typeCode(page: Page, email: string, seen: Set<string>, template: "login_code" | "step_up_code"): Promise<void> {
  await page.getByLabel("Six-digit code").fill(await codeFor(email, template, seen));
}

/** From the email field to the first page behind the code. */
export function signIn(page: Page, email: string): Promise<void> {
  return withMailboxOf(email, (seen) => enter(page, email, seen));
}

async function enter(page: Page, email: string, seen: Set<string>): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await press(page, "Send me a code");
  await heading(page, "Enter the code");
  await typeCode(page, email, seen, "login_code");
  await press(page, "Continue");
}

export async function signInAsStaff(page: Page, email: string): Promise<void> {
  await page.goto("/login");
  await withMailboxOf(email, async (seen) => {
    await enter(page, email, seen);
    await heading(page, "Confirm it is you");
    await typeCode(page, email, seen, "step_up_code");
    await press(page, "Continue");
    await expect(page).toHaveURL(/\/admin$/);
  });
}

/** The form of joining; the referral code is carried, not typed. */
export async function openAccount(page: Page, { first, last, code }: { first: string; last: string; code: string }): Promise<void> {
  await heading(page, "Open your account");
  await expect(page.getByLabel("Referral code")).toHaveValue(code);
  await page.getByLabel("First name").fill(first);
  await page.getByLabel("Last name").fill(last);
  await page.getByLabel("Mobile number").fill(newMobile());
  await page.getByLabel("I am 18 years old or older").check();
  await page.getByLabel(/I accept the terms/).check();
  await press(page, "Open my account");
}

/** On a page that offers to mail a code for exactly what it shows. */
export async function confirmWithCode(page: Page, email: string, button: string, begin = "Mail me a code"): Promise<string> {
  const seen = await seenBy(email);
  await press(page, begin);
  await typeCode(page, email, seen, "step_up_code");
  await press(page, button);
  return [...seen].join();
}

/** Takes the one request for this amount out of the queue and approves it. */
export async function approve(page: Page, member: string, title: RegExp): Promise<void> {
  await page.goto(`/admin/requests?search=${encodeURIComponent(member)}`);
  await page.getByRole("row").filter({ hasText: member }).getByRole("link").first().click();
  await heading(page, title);
  await press(page, "Approve");
  await expect(page.getByText("Approved and carried out.")).toBeVisible();
}

/** A request approved on its page, which then says so. */
export async function approveAt(staff: Page, address: string, said: string): Promise<void> {
  await staff.goto(address);
  await press(staff, "Approve");
  await expect(staff.getByText(said)).toBeVisible();
}

/** What waits for somebody, approved by two. */
export async function approveByTwo(first: Page, second: Page, member: string): Promise<void> {
  await first.goto(`/admin/requests?state=pending&search=${encodeURIComponent(member)}`);
  const address = (await first.getByRole("row").filter({ hasText: member }).getByRole("link").first().getAttribute("href")) ?? "";
  await approveAt(first, address, "Your approval is counted.");
  await approveAt(second, address, "Approved and carried out.");
}
