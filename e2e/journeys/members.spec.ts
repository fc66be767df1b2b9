/**
 * Staff note something about a member, look at the pages as the member sees them, and suspend the account with somebody else's approval.
 * Done by a browser without scripts and by one with them.
 */
import { approvedMember } from "../support/approved-member";
import { mailTo } from "../support/mailbox";
import { fact, heading, press } from "../support/steps";
import { expect, test } from "../support/test";

test("a note, a look at the member's pages, a suspension and its end", async ({ open }) => {
  test.setTimeout(240_000);
  const { visitor, email } = await approvedMember("Vera");
  const operations = await open("operations");
  const finance = await open("finance2");
  const member = await open(await visitor.session());
  let page = "";

  const find = async () => {
    await operations.goto(`/admin/members?search=${encodeURIComponent(email)}`);
    await operations.getByRole("row").filter({ hasText: email }).getByRole("link").first().click();
    await expect(operations).toHaveURL(/\/admin\/members\/[0-9a-f-]{36}$/);
    page = new URL(operations.url()).pathname;
  };

  await test.step("a note stands with its author, and an empty one is refused at its field", async () => {
    await find();
    await press(operations, "Keep this note");
    await expect(operations.getByRole("alert")).toContainText("Write the note.");
    await operations.getByLabel("Write a note").fill("Asked twice where the bonus is.");
    await press(operations, "Keep this note");
    await expect(operations.getByText("Noted. Only staff see it.")).toBeVisible();
    await expect(operations.getByText("Asked twice where the bonus is.")).toBeVisible();
  });

  await test.step("a look needs a reason, and then every page says who looks", async () => {
    await operations.getByRole("link", { name: "View as member" }).click();
    await press(operations, "Begin");
    await expect(operations.getByRole("alert")).toContainText("Write why you need to look.");
    await operations.getByLabel("Reason").fill("Cannot find the bonus.");
    await press(operations, "Begin");
    await expect(operations).toHaveURL(/\/home$/);
    const banner = operations.getByRole("region", { name: "View as member" });
    await expect(banner).toContainText("Oskar Lund is looking at the pages of Vera Tester");
    await expect(banner).toContainText("15 minutes left");
    for (const path of ["/wallet", "/profile", "/notifications", "/kyc"]) {
      await operations.goto(path);
      await expect(banner).toBeVisible();
    }
    await expect(operations.getByText("Asked twice")).toHaveCount(0);
  });

  await test.step("nothing can be changed, and what is the member's alone is not shown", async () => {
    await operations.goto("/messages/new");
    await operations.getByLabel("Subject").fill("From the member");
    await operations.getByLabel("Message").fill("Written by somebody else.");
    await press(operations, /^Send/);
    await expect(operations.getByRole("alert")).toContainText("You are looking at this account for its member");
    const record = await operations.request.get("/resources/my-data");
    expect(record.status()).toBe(403);
    await operations.goto("/withdrawals/new");
    await expect(operations.getByRole("region", { name: "View as member" })).toBeVisible();
    await operations.goto("/admin");
    await expect(operations.getByRole("heading", { level: 1, name: "You cannot open this page" })).toBeVisible();
  });

  await test.step("one that is over, as when the same person begins another, leads back to the staff side", async () => {
    const again = await open("operations-2");
    await again.goto(`${page}/view`);
    await again.getByLabel("Reason").fill("Once more.");
    await press(again, "Begin");
    await expect(again).toHaveURL(/\/home$/);
    await operations.goto("/home");
    await expect(operations.getByText("The view was over. You are back on your own side.")).toBeVisible();
    await press(again, "End the view");
    await expect(again.getByText("The view has ended. You are back on your own side.")).toBeVisible();
    await expect(again).toHaveURL(new RegExp(`${page}\\?said=viewEnded$`));
    await again.goto("/home");
    await expect(again.getByRole("heading", { level: 1, name: "You cannot open this page" })).toBeVisible();
  });

  await test.step("suspended by two: the member reads and changes nothing", async () => {
    await operations.goto(page);
    await operations.getByRole("link", { name: "Suspend", exact: true }).click();
    await press(operations, "Continue");
    await expect(operations.getByRole("alert")).toContainText("Write why.");
    await operations.getByLabel("Reason").fill("Withdrawals to many accounts.");
    await press(operations, "Continue");
    await press(operations, "Send for approval");
    await expect(operations.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
    await expect(operations).toHaveURL(/\/admin\/requests\//);
    await finance.goto(new URL(operations.url()).pathname);
    await expect(fact(finance, "Reason")).toHaveText("Withdrawals to many accounts.");
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    expect((await mailTo(email, "account_suspended")).text).not.toContain("many accounts");
    await member.goto("/home");
    await expect(member.getByText("Your account is suspended").first()).toBeVisible();
  });

  await test.step("and lifted by two", async () => {
    await operations.goto(page);
    await operations.getByRole("link", { name: "Lift the suspension" }).click();
    await heading(operations, "Lift the suspension");
    await operations.getByLabel("Reason").fill("Explained by telephone.");
    await press(operations, "Continue");
    await press(operations, "Send for approval");
    await expect(operations.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
    await expect(operations).toHaveURL(/\/admin\/requests\//);
    await finance.goto(new URL(operations.url()).pathname);
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    await mailTo(email, "account_restored");
  });
});
