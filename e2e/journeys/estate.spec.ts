/** What comes after a member's death: the report bars the account, two people approve, the nominees are paid; alive, everything is as it was. */
import { smallPng } from "../support/files";
import { mailTo } from "../support/mailbox";
import { approve, card, heading, money, press } from "../support/steps";
import { addPaper } from "../support/papers";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

const letters = () => Array.from({ length: 9 }, () => "abcdefghijkmnopqrstuvwxyz"[Math.floor(Math.random() * 25)]).join("");
const picture = { name: "certificate.png", mimeType: "image/png", buffer: smallPng };

/** Names two people, a third and the rest. */
async function nameTwo(member: Visitor): Promise<void> {
  const row = (n: number, name: string, share: string) => ({ [`name_${n}`]: name, [`relation_${n}`]: "child", [`born_${n}`]: "1990-05-01", [`share_${n}`]: share });
  const answer = await member.post("/nominees", { ...row(1, "Cora Heir", "33.33"), ...row(2, "Dora Heir", "66.67") });
  expect(answer.status()).toBe(302);
}

test("from the report of a death to the payments of the nominees", async ({ open, visitor }) => {
  test.slow();
  const member = await visitor();
  const first = `Mori${letters()}`;
  const email = await member.join(first);
  await nameTwo(member);
  const page = await open(await member.session());
  await page.goto("/deposits/new");
  await page.getByRole("link", { name: "Northwind Bank" }).click();
  await page.getByLabel("Amount you sent").fill("100.01");
  await page.getByLabel("Transaction reference of your bank").fill(`TX-${letters()}`);
  await press(page, "Continue");
  await press(page, "Submit deposit");
  await heading(page, /^Deposit D-/);
  const finance = await open("finance");
  await approve(finance, first, /Deposit/);

  const staff = await open("operations-2");
  await staff.goto(`/admin/members?search=${first.toLowerCase()}`);
  await staff.getByRole("row").filter({ hasText: first }).getByRole("link").first().click();
  await staff.getByRole("link", { name: "Claim after death" }).click();
  await heading(staff, "Claim after death");
  await expect(card(staff, "Nominees today")).toContainText("Cora Heir");
  await press(staff, "Open the claim");
  await expect(staff.getByRole("alert")).toContainText("Enter the date of death.");
  const today = (await staff.getByLabel("Date of death").getAttribute("max")) ?? "";
  await staff.getByLabel("Date of death").fill(today);
  await staff.getByLabel("Reported by").fill("Cora Heir, a daughter");
  await staff.getByLabel("Death certificate").setInputFiles(picture);
  await staff.getByLabel("I have seen the certificate").check();
  await press(staff, "Open the claim");
  await expect(staff.getByText("Opened. Nobody can sign in to the account now.")).toBeVisible();
  const claimPath = new URL(staff.url()).pathname;

  // The session is over, and the mailbox is told.
  await page.goto("/home");
  await expect(page).toHaveURL(/\/login/);
  await mailTo(email, "claim_opened");
  await page.getByLabel("Email address").fill(email);

  await expect(staff.getByText("Available", { exact: true })).toBeVisible();
  await expect(staff.getByRole("group", { name: /Cora Heir, 33.33%/ })).toBeVisible();
  await press(staff, "Ask for approval");
  await expect(staff.getByRole("alert")).toContainText("Enter the account number or IBAN.");
  await staff.getByLabel("Account number or IBAN").first().fill("DE89 3704 0044 0532 0130 00");
  await staff.getByLabel("Account number or IBAN").last().fill("DE02 1203 0000 0000 2020 51");
  await press(staff, "Ask for approval");
  await expect(staff).toHaveURL(/\/admin\/requests\//);
  const request = new URL(staff.url()).pathname;

  await finance.goto(request);
  await expect(card(finance, "To be paid in USD")).toContainText(money("36.67"));
  await expect(card(finance, "To be paid in USD")).toContainText(money("73.34"));
  await press(finance, "Approve");
  const second = await open("finance2");
  await second.goto(request);
  await press(second, "Approve");
  await expect(second.getByText("Approved and carried out.")).toBeVisible();
  await staff.goto(claimPath);
  await expect(card(staff, "Payments").getByRole("row")).toHaveCount(3);
  await expect(card(staff, "What was reported")).toContainText("Cora Heir, a daughter");
  const file = await staff.getByRole("link", { name: "certificate.png" }).getAttribute("href");
  const download = await (await visitor("operations-2")).get(file ?? "");
  expect([download.status(), download.headers()["content-type"]]).toEqual([200, "image/png"]);
  expect((await (await visitor("ann")).get(file ?? "")).status()).toBe(403);
});

test("a member who is alive is let back in by taking the claim back", async ({ open, visitor }) => {
  test.slow();
  const member = await visitor();
  const first = `Viva${letters()}`;
  const email = await member.join(first);
  await nameTwo(member);
  const staff = await open("operations-3");
  await staff.goto(`/admin/members?search=${first.toLowerCase()}`);
  await staff.getByRole("row").filter({ hasText: first }).getByRole("link").first().click();
  await staff.getByRole("link", { name: "Claim after death" }).click();
  await staff.getByLabel("Date of death").fill((await staff.getByLabel("Date of death").getAttribute("max")) ?? "");
  await staff.getByLabel("Reported by").fill("Somebody on the phone");
  await staff.getByLabel("Death certificate").setInputFiles(picture);
  await staff.getByLabel("I have seen the certificate").check();
  await press(staff, "Open the claim");
  await expect(staff.getByText("Opened.")).toBeVisible();
  await expect(member.signIn(email)).rejects.toThrow(/403/);
  await staff.getByText("Take the claim back").first().click();
  await staff.getByLabel("Why it is taken back").fill("The member answered the mail.");
  await press(staff, "Take the claim back");
  await expect(staff.getByText("Taken back.")).toBeVisible();
  await mailTo(email, "claim_ended");
  await (await visitor()).signIn(email);
});

test("a document of the company is shown to everybody while it holds, and its file is saved, never shown", async ({ open, visitor }) => {
  const title = `Licence ${letters()}`;
  const path = await addPaper(await visitor("operations-2"), title, true);
  const page = await open();
  await page.goto("/documents");
  const href = (await page.getByRole("link", { name: title }).getAttribute("href")) ?? "";
  const guest = await visitor();
  const file = await guest.get(href);
  expect([file.status(), file.headers()["x-content-type-options"], file.headers()["content-disposition"]?.slice(0, 10)]).toEqual([200, "nosniff", "attachment"]);
  const staff = await open("operations-2");
  await staff.goto(path);
  await staff.getByLabel("Valid from").fill("2021-01-01");
  await staff.getByLabel("File").setInputFiles(picture);
  await press(staff, "Add this version");
  await expect(card(staff, "Versions").getByRole("row")).toHaveCount(3);
  expect((await guest.get(href)).status()).toBe(404);
  await staff.getByText("Retire it").first().click();
  await press(staff, "Retire it");
  await expect(staff.getByText("Retired").first()).toBeVisible();
  await page.goto("/documents");
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
});

test("a photo stands in place of the initials, for its member and for staff, until it is removed", async ({ open, visitor }) => {
  const guest = await visitor();
  const first = `Foto${letters()}`;
  await guest.join(first);
  const page = await open(await guest.session());
  await page.goto("/profile");
  await page.getByRole("link", { name: "Add a photo" }).click();
  await heading(page, "Photo");
  await press(page, "Save the photo");
  await expect(page.getByRole("alert")).toContainText("Choose a picture.");
  await page.getByLabel("Picture").setInputFiles({ ...picture, name: "me.png" });
  await press(page, "Save the photo");
  await expect(page.getByText("Your photo is saved.")).toBeVisible();
  const own = (await page.locator('img[src^="/resources/photo"]').getAttribute("src")) ?? "";
  expect((await guest.get(own)).headers()["content-type"]).toBe("image/jpeg");
  expect((await (await visitor("ann")).get(own)).status()).toBe(404);
  const staff = await open("operations-3");
  await staff.goto(`/admin/members?search=${first.toLowerCase()}`);
  await staff.getByRole("row").filter({ hasText: first }).getByRole("link").first().click();
  await expect(staff.locator('img[src^="/admin/members/photos/"]')).toBeVisible();
  await page.getByRole("link", { name: "Change the photo" }).click();
  await press(page, "Remove the photo");
  await expect(page.getByText("Your photo is removed.")).toBeVisible();
  expect((await guest.get(own)).status()).toBe(404);
});
