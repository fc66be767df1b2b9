/**
 * A version of the compensation plan is drafted, tried against what really happened, read and approved by somebody else, and then waits
 * for the first of its month. Done by a browser without scripts and by one with them.
 */
import { card, fact, heading, money, press } from "../support/steps";
import { expect, test } from "../support/test";

test("from a draft to the version that begins in a month to come", async ({ open, clock: _held }) => {
  test.setTimeout(180_000);
  const maker = await open("operations");
  const approver = await open("finance2");
  // Another run before this one has its version approved already.
  const more = String(101 + Math.floor(Math.random() * 898));
  let title = "";
  let begins = "";

  await test.step("a day that is not the first, and a cap that is no number, are refused at their fields", async () => {
    await maker.goto("/admin/network");
    await maker.getByRole("link", { name: "Compensation plan" }).click();
    await maker.getByRole("link", { name: "New version of the plan" }).click();
    await heading(maker, "New version of the plan");
    const proposed = await maker.getByLabel("From", { exact: true }).inputValue();
    expect(proposed).toMatch(/^\d{4}-\d{2}-01$/);
    // Years ahead: what is approved here holds for every other journey too. After a run before this one the form proposes the month after that one's.
    const year = Number.parseInt(proposed, 10);
    begins = `${year > new Date().getFullYear() + 3 ? year : year + 5}${proposed.slice(4)}`;
    await maker.getByLabel("From", { exact: true }).fill(begins.replace(/01$/, "02"));
    await maker.getByLabel("Pairs a month, at most").fill("many");
    await press(maker, "Continue");
    await expect(maker.getByRole("alert")).toContainText("Enter the first day of a month that has not begun");
    await expect(maker.getByRole("alert")).toContainText("Enter a whole number in digits");
    await expect(maker.getByLabel("From", { exact: true })).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("what differs is shown before it is sent", async () => {
    await maker.getByLabel("From", { exact: true }).fill(begins);
    await maker.getByLabel("Pairs a month, at most").fill("4");
    await maker.getByLabel("A pair is worth").fill(`1${more}`);
    await press(maker, "Continue");
    await expect(fact(maker, "A pair is worth")).toContainText(money(`1,${more}`, "INR"));
    await expect(fact(maker, "A pair is worth")).toContainText("before:");
    await expect(fact(maker, "Placement")).not.toContainText("before:");
    await press(maker, "Send for approval");
    await heading(maker, /^Version \d+: what it would have done$/);
    title = await maker.getByRole("heading", { level: 1 }).innerText();
  });

  await test.step("it is tried against everything that has happened", async () => {
    await expect(async () => {
      await maker.reload();
      await expect(card(maker, "All together")).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await expect(card(maker, "All together").getByRole("row").filter({ hasText: "Pairs lost above the cap" })).toBeVisible();
    await expect(card(maker, "Month by month").getByRole("row").nth(1)).toContainText(money("1,000.00", "INR"));
    await maker.getByRole("link", { name: "Who gains most" }).click();
    await expect(card(maker, "Member by member")).toContainText(money(`+${more}.00`, "INR"));
    await expect(maker.getByRole("button", { name: "I have read this" })).toHaveCount(0);
  });

  await test.step("nobody else approves it before having read that", async () => {
    await maker.getByRole("link", { name: "Its approval" }).click();
    await expect(maker.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
    const request = new URL(maker.url()).pathname;
    await approver.goto(request);
    await expect(approver.getByRole("heading", { name: "Read the what-if first" })).toBeVisible();
    await expect(approver.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
    await expect(fact(approver, "A pair is worth")).toContainText("before:");
    await approver.getByRole("link", { name: "Read the what-if" }).last().click();
    await heading(approver, title);
    await press(approver, "I have read this");
    await expect(approver.getByText("Noted: you have read the what-if.")).toBeVisible();
    await press(approver, "Approve");
    await expect(approver.getByText("Approved and carried out.")).toBeVisible();
  });

  await test.step("it is the version that begins then, and the present one still holds", async () => {
    await maker.goto("/admin/network/plan");
    const version = card(maker, title.replace(/:.*/, ""));
    await expect(version).toContainText("Holds from");
    await expect(version).toContainText(money(`1,${more}.00`, "INR"));
    await expect(maker.getByText("Holds today")).toHaveCount(1);
  });

  await test.step("everybody can read what people in the network earn", async () => {
    await maker.goto("/");
    await maker.getByRole("contentinfo").getByRole("link", { name: "Income disclosure" }).click();
    await heading(maker, "Income disclosure");
  });
});
