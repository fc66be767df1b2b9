/** A member has lost the mailbox: operations ask, the new mailbox proves itself, two of finance approve. The old mailbox can stop it, or take it back. */
import { approvedMember } from "../support/approved-member";
import { mailTo } from "../support/mailbox";
import { fact, heading, press, signIn } from "../support/steps";
import { expect, test } from "../support/test";
import { newEmail } from "../support/visitor";

const recoveryPath = /\/recovery\?words=[A-Za-z0-9_-]{43}/;
const undoPath = /\/email-undo\?words=[A-Za-z0-9_-]{43}/;

async function linkTo(email: string, template: string, link: RegExp): Promise<string> {
  const found = link.exec((await mailTo(email, template)).html)?.[0];
  if (!found) throw new Error(`no link in ${template}`);
  return found;
}

const words = (link: string) => `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`;

test("a lost mailbox: asked for, proven, approved by two, and the member is back", async ({ open }) => {
  test.setTimeout(180_000);
  const { visitor, email } = await approvedMember("Lost");
  const address = newEmail("Found");
  const operations = await open("operations");
  const member = await open(await visitor.session());
  const mailbox = await open();

  await test.step("operations fill in, are told what is missing, check and ask", async () => {
    await operations.goto(`/admin/members?search=${encodeURIComponent(email)}`);
    await operations.getByRole("row").filter({ hasText: email }).getByRole("link").first().click();
    await operations.getByRole("link", { name: "Let back in" }).click();
    await heading(operations, "Let back in");
    await press(operations, "Continue");
    await expect(operations.getByRole("alert").getByRole("link")).toHaveCount(1);
    await operations.getByLabel("How you know who is asking").fill("Video call, the passport shown");
    await press(operations, "Continue");
    await expect(operations.getByLabel("New address")).toHaveAttribute("aria-invalid", "true");
    await operations.getByLabel("New address").fill("bo@demo.coffer.test");
    await press(operations, "Continue");
    await press(operations, "Ask for it");
    await expect(operations.getByRole("alert")).toContainText("belongs to another account");
    await operations.getByLabel("New address").fill(address);
    await press(operations, "Continue");
    await expect(operations.getByText(address)).toBeVisible();
    await press(operations, "Ask for it");
    await expect(operations.getByText("Two people decide, once the mailbox has been proven.")).toBeVisible();
  });
  const request = new URL(operations.url()).pathname;

  await test.step("one of finance approves; before the mailbox is proven a second approval carries nothing out", async () => {
    const first = await open("finance");
    await first.goto(request);
    await expect(first.getByText("The mailbox is not proven")).toBeVisible();
    await press(first, "Approve");
    await expect(first.getByText("Your approval is counted.")).toBeVisible();
    const second = await open("finance2");
    await second.goto(request);
    await press(second, "Approve");
    await expect(second.getByRole("alert")).toContainText("The new mailbox has not been proven yet.");
    expect((await visitor.get("/home")).status(), "nothing has moved").toBe(200);
  });

  await test.step("the new mailbox proves itself, by pressing and not by looking", async () => {
    const link = await linkTo(address, "recovery_confirm", recoveryPath);
    await mailbox.goto(words(link));
    await expect(mailbox.getByText("This link is not complete.")).toBeVisible();
    await mailbox.goto(link);
    await heading(mailbox, "Prove your mailbox");
    await expect(mailbox.getByText(address)).toBeVisible();
    await operations.goto(request);
    await expect(operations.getByText("The mailbox is not proven"), "looking proves nothing").toBeVisible();
    await press(mailbox, "Yes, this is my mailbox");
    await expect(mailbox.getByText("Your mailbox is proven")).toBeVisible();
    await mailbox.goto(link);
    await expect(mailbox.getByText("Your mailbox is proven")).toBeVisible();
  });

  await test.step("the second of finance approves", async () => {
    const finance = await open("finance2");
    await finance.goto(request);
    await expect(fact(finance, "New address")).toHaveText(address);
    await expect(finance.getByText("Video call, the passport shown")).toBeVisible();
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
  });

  await test.step("the old session has ended, the new address signs in, withdrawals pause", async () => {
    await member.goto("/home");
    await expect(member).toHaveURL(/\/login/);
    await signIn(member, address);
    await expect(member).toHaveURL(/\/home$/);
    await member.goto("/profile");
    await expect(member.getByText(address)).toBeVisible();
    await mailTo(address, "email_set");
  });

  await test.step("the old mailbox takes it back", async () => {
    await mailbox.goto(await linkTo(email, "email_changed", undoPath));
    await heading(mailbox, "Take back a change of email address");
    await press(mailbox, "Take it back");
    await expect(mailbox.getByText("Your old address is back")).toBeVisible();
    await member.goto("/home");
    await expect(member, "every session ends").toHaveURL(/\/login/);
    await mailbox.getByRole("link", { name: "Sign in" }).last().click();
    await signIn(mailbox, email);
    await expect(mailbox).toHaveURL(/\/home$/);
    await mailbox.goto("/profile");
    await expect(mailbox.getByText(email)).toBeVisible();
  });
  await visitor.leave();
});

test("a recovery that the member did not ask for is stopped from the old address", async ({ open }) => {
  test.setTimeout(180_000);
  const { visitor, email } = await approvedMember("Still");
  const address = newEmail("Thief");
  const operations = await open("operations-2");
  await operations.goto(`/admin/members?search=${encodeURIComponent(email)}`);
  await operations.getByRole("row").filter({ hasText: email }).getByRole("link").first().click();
  await operations.getByRole("link", { name: "Let back in" }).click();
  await operations.getByLabel("New address").fill(address);
  await operations.getByLabel("How you know who is asking").fill("A letter");
  await press(operations, "Continue");
  await press(operations, "Ask for it");
  await expect(operations.getByText("Two people decide")).toBeVisible();
  const request = new URL(operations.url()).pathname;
  const proof = await linkTo(address, "recovery_confirm", recoveryPath);

  const mailbox = await open();
  const link = await linkTo(email, "recovery_asked", undoPath);
  await mailbox.goto(link);
  await expect(mailbox.getByText("If you can read this and did not ask, stop it.")).toBeVisible();
  await press(mailbox, "Stop it");
  await expect(mailbox.getByText("It was stopped. Your address stays as it is.")).toBeVisible();
  await mailbox.goto(proof);
  await expect(mailbox.getByText("This request has ended.")).toBeVisible();
  await operations.goto(request);
  await expect(operations.getByRole("button", { name: "Approve" })).toHaveCount(0);
  expect((await visitor.get("/home")).status(), "still in, as before").toBe(200);
  await visitor.leave();
});
