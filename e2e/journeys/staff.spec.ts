/**
 * Somebody begins to work here, gets another role and stops working: each time one person asks and another decides, and what held before
 * ends at once. Done by a browser without scripts and by one with them.
 */
import { mailTo } from "../support/mailbox";
import { fact, heading, press, signInAsStaff } from "../support/steps";
import { expect, test } from "../support/test";
import { newEmail } from "../support/visitor";

test("invited, signed in, given another role, out of work", async ({ open }) => {
  test.setTimeout(180_000);
  const admin = await open("admin");
  const finance = await open("finance2");
  const person = await open();
  const email = newEmail("Nadia");
  let request = "";

  const decide = async () => {
    await expect(admin.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
    await expect(admin).toHaveURL(/\/admin\/requests\//);
    request = new URL(admin.url()).pathname;
    await finance.goto(request);
  };

  await test.step("what is missing or taken is said at its field", async () => {
    await admin.goto("/admin/staff");
    await admin.getByRole("link", { name: "Add a member of staff" }).click();
    await heading(admin, "Add a member of staff");
    await press(admin, "Continue");
    await expect(admin.getByRole("alert")).toContainText("Choose a role.");
    await expect(admin.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await admin.getByLabel("Name", { exact: true }).fill("Nadia Rossi");
    await admin.getByLabel("Email", { exact: true }).fill("ann@demo.coffer.test");
    await admin.getByRole("radio", { name: /^Operations/ }).check();
    await admin.getByLabel("Reason").fill("Prepares deposits in the evening.");
    await press(admin, "Continue");
    await press(admin, "Send for approval");
    await expect(admin.getByRole("alert")).toContainText("A member or a member of staff has this address");
  });

  await test.step("she is asked for, and works from the approval on", async () => {
    await admin.getByLabel("Email", { exact: true }).fill(email);
    await press(admin, "Continue");
    await expect(fact(admin, "Role")).toHaveText("Operations");
    await press(admin, "Send for approval");
    await decide();
    await expect(finance.getByText("Nadia Rossi works here as: Operations.")).toBeVisible();
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    expect((await mailTo(email, "staff_invited")).text).toContain("Operations");
    await signInAsStaff(person, email);
    await expect(person.getByRole("link", { name: "Staff", exact: true })).toHaveCount(0);
    await person.goto("/admin/staff");
    await expect(person.getByRole("heading", { level: 1, name: "You cannot open this page" })).toBeVisible();
  });

  await test.step("another role ends her sessions at once", async () => {
    await admin.goto("/admin/staff");
    await admin.getByRole("link", { name: /^Nadia Rossi/ }).first().click();
    await admin.getByRole("link", { name: "Change" }).click();
    await admin.getByRole("radio", { name: /^Auditor/ }).check();
    await admin.getByLabel("Reason").fill("Moves to the auditors.");
    await press(admin, "Continue");
    await expect(fact(admin, "Role")).toContainText("Auditor (before: Operations)");
    await press(admin, "Send for approval");
    await decide();
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    await person.goto("/admin");
    await expect(person).toHaveURL(/\/login/);
    await signInAsStaff(person, email);
    await person.goto("/admin/staff/permissions");
    await heading(person, "What each role may do");
    await expect(person.getByRole("row").filter({ hasText: "requests.decide" }).getByText("Yes")).toHaveCount(1);
  });

  await test.step("fewer than two who approve is refused, and nobody changes their own role", async () => {
    await person.goto("/admin/staff");
    await expect(person.getByRole("link", { name: "Add a member of staff" })).toHaveCount(0);
    await admin.goto("/admin/staff");
    await admin.getByRole("link", { name: /^Farah Iqbal/ }).click();
    await admin.getByRole("link", { name: "Change" }).click();
    await admin.getByRole("radio", { name: "Does not work here" }).check();
    await admin.getByLabel("Reason").fill("Leaves.");
    await press(admin, "Continue");
    await press(admin, "Send for approval");
    await expect(admin.getByRole("alert")).toContainText("Fewer than two people could approve requests afterwards");
    await expect(admin.getByRole("radio", { name: "Does not work here" })).toBeChecked();
    await admin.goto("/admin/staff");
    await admin.getByRole("link", { name: /^Helena Brandt/ }).click();
    await expect(admin.getByText("This is you. Somebody else asks for changes of your role.")).toBeVisible();
    await expect(admin.getByRole("link", { name: "Change" })).toHaveCount(0);
  });

  await test.step("who stops working is told, and cannot come in", async () => {
    await admin.goto("/admin/staff");
    await admin.getByRole("link", { name: /^Nadia Rossi/ }).first().click();
    await admin.getByRole("link", { name: "Change" }).click();
    await admin.getByRole("radio", { name: "Does not work here" }).check();
    await admin.getByLabel("Reason").fill("Has left.");
    await press(admin, "Continue");
    await press(admin, "Send for approval");
    await decide();
    await press(finance, "Approve");
    await expect(finance.getByText("Approved and carried out.")).toBeVisible();
    await person.goto("/admin");
    await expect(person).toHaveURL(/\/login/);
    await mailTo(email, "staff_changed", { saying: "ended your access" });
    await admin.goto("/admin/staff");
    await expect(admin.getByRole("row").filter({ hasText: email })).toContainText("Inactive");
  });
});
