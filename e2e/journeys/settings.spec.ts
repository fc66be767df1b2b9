/** Settings: refused at the field, changed at once or by somebody else's approval, with a history. Done by a browser without scripts and by one with them. */
import { card, fact, heading, press } from "../support/steps";
import { expect, test } from "../support/test";

test("a setting is changed at once, one that touches money by two people", async ({ open }) => {
  test.setTimeout(120_000);
  const admin = await open("admin");
  const finance = await open("finance2");
  // Another run before this one has changed it already.
  const days = String(1000 + Math.floor(Math.random() * 8999));

  await test.step("what is out of its range is refused at the field, with the range", async () => {
    await admin.goto("/admin/settings");
    await admin.getByRole("link", { name: "Days until a closed account is anonymised" }).click();
    await heading(admin, "Days until a closed account is anonymised");
    await admin.getByLabel("Value").fill("99999");
    await press(admin, "Continue");
    await expect(admin.getByRole("alert")).toContainText("Write why.");
    await admin.getByLabel("Reason").fill("Advice of counsel.");
    await press(admin, "Continue");
    await press(admin, "Save");
    await expect(admin.getByRole("alert")).toContainText("Enter a figure from 0 to 36500.");
    await expect(admin.getByLabel("Value")).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("what touches no money holds at once", async () => {
    await admin.getByLabel("Value").fill(days);
    await press(admin, "Continue");
    await expect(fact(admin, "Days until a closed account is anonymised")).toContainText(`${days} (before: `);
    await press(admin, "Save");
    await expect(admin.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(fact(admin, "Now")).toHaveText(days);
    await expect(card(admin, "History").getByRole("row").filter({ hasText: days }).first()).toContainText("Helena Brandt");
  });

  await test.step("a rail below what is sold is refused, naming the plans", async () => {
    await admin.goto("/admin/settings/rail_percent");
    await admin.getByLabel("Value").fill("1");
    await admin.getByLabel("Reason").fill("Lower.");
    await press(admin, "Continue");
    await press(admin, "Send for approval");
    await expect(admin.getByRole("alert")).toContainText("Professional");
  });

  await test.step("what touches money waits for somebody else", async () => {
    await admin.goto("/admin/settings/withdrawal_most_first");
    const before = await fact(admin, "Now").innerText();
    const value = `9${days}`;
    await admin.getByLabel("Value").fill(value);
    await admin.getByLabel("Reason").fill("After the incident in May.");
    await press(admin, "Continue");
    const late = await admin.context().newPage();
    await late.goto("/admin/settings/withdrawal_most_first");
    await late.getByLabel("Value").fill(`8${days}`);
    await late.getByLabel("Reason").fill("In another window.");
    await press(late, "Continue");
    await expect(late.getByRole("button", { name: "Send for approval" })).toBeVisible();
    await press(admin, "Send for approval");
    await expect(admin.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
    await expect(admin).toHaveURL(/\/admin\/requests\//);
    const request = new URL(admin.url()).pathname;
    await press(late, "Send for approval");
    await expect(late.getByText("There is already an open request for this."), "said though the form is gone").toBeVisible();
    await expect(late.locator(":focus"), "and where the reader is").toContainText("There is already an open request for this.");
    await late.close();
    await admin.goto("/admin/settings/withdrawal_most_first");
    await expect(fact(admin, "Now")).toHaveText(before);
    await expect(admin.getByRole("button", { name: "Continue" })).toHaveCount(0);
    await finance.goto(request);
    await expect(fact(finance, "To")).toHaveText(value);
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    await finance.goto("/admin/settings/withdrawal_most_first");
    await expect(fact(finance, "Now")).toHaveText(value);
    await expect(finance.getByLabel("Value")).toHaveCount(0);
    await expect(card(finance, "History").getByRole("row").nth(1)).toContainText("Approved by Felix Moreau");
  });

  await test.step("it is set back, for whoever withdraws after this", async () => {
    await admin.goto("/admin/settings/withdrawal_most_first");
    await admin.getByLabel("Value").fill("0");
    await admin.getByLabel("Reason").fill("It is over.");
    await press(admin, "Continue");
    await press(admin, "Send for approval");
    await expect(admin.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
    await expect(admin).toHaveURL(/\/admin\/requests\//);
    await finance.goto(new URL(admin.url()).pathname);
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
  });
});
