/** An announcement from the draft to the member's first page, put away there, and withdrawn. */
import { card, heading, press } from "../support/steps";
import { expect, test } from "../support/test";

test("what staff publish reaches the member, who puts it away", async ({ open }) => {
  test.setTimeout(120_000);
  const operations = await open("operations");
  const bo = await open("bo");
  const title = `Maintenance ${Math.floor(Math.random() * 1e6)}`;

  await test.step("what is missing is said at its field", async () => {
    await operations.goto("/admin/announcements/new");
    await operations.getByLabel("Title in English").fill(title);
    await operations.getByLabel("Title in Spanish").fill("Mantenimiento");
    await press(operations, "Save");
    await expect(operations.getByRole("alert")).toContainText("Write the title and the text.");
    await expect(operations.getByLabel("Text in English")).toHaveAttribute("aria-invalid", "true");
    await operations.getByLabel("Text in English").fill("On Sunday.\n\nMore at https://status.coffer.test/x, <b>soon</b>.");
    await press(operations, "Save");
    await expect(operations.getByLabel("Text in Spanish")).toHaveAttribute("aria-invalid", "true");
    await operations.getByLabel("Title in Spanish").fill("");
    await operations.getByLabel("Until").fill("2020-01-01");
    await press(operations, "Save");
    await expect(operations.getByLabel("Until")).toHaveAttribute("aria-invalid", "true");
    await operations.getByLabel("Until").fill("");
    await press(operations, "Save");
    await heading(operations, title);
    await expect(operations.getByText("Saved.", { exact: true })).toBeVisible();
  });

  await test.step("a draft is nobody else's; what is published is told as it was written", async () => {
    await bo.goto("/home");
    await expect(bo.getByText(title)).toHaveCount(0);
    await operations.getByLabel("Notify each member too").check();
    await press(operations, "Publish");
    await expect(operations.getByText("Published.", { exact: true })).toBeVisible();
    await bo.goto("/home");
    await expect(card(bo, title).getByText("<b>soon</b>")).toBeVisible();
    await expect(card(bo, title).getByRole("link", { name: "https://status.coffer.test/x", exact: true })).toBeVisible();
    await bo.getByRole("button", { name: `Put away: ${title}` }).click();
    await heading(bo, /^Hello/);
    await expect(bo.getByText(title)).toHaveCount(0);
    await bo.goto("/announcements");
    await expect(card(bo, title)).toBeVisible();
  });

  await test.step("the member is told by a notice, which leads to it", async () => {
    await expect(async () => {
      await bo.goto("/notifications");
      await expect(bo.getByRole("button", { name: title, exact: true })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await press(bo, title);
    await heading(bo, "Announcements");
  });

  await test.step("what is withdrawn is gone from the member's pages, and stays with staff", async () => {
    await operations.getByText("Withdraw", { exact: true }).first().click();
    await press(operations, "Withdraw");
    await expect(operations.getByText("Withdrawn. Members no longer see it.")).toBeVisible();
    await bo.goto("/announcements");
    await expect(card(bo, title)).toHaveCount(0);
    await bo.goto("/notifications");
    await expect(bo.getByRole("button", { name: title, exact: true })).toHaveCount(0);
    await operations.goto("/admin/announcements");
    await expect(operations.getByRole("row").filter({ hasText: title })).toContainText("Taken back");
  });
});
