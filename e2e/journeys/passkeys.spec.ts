/** A member adds a passkey, withdraws with it and removes it; without scripts there are codes only; staff sign in with theirs. */
import { ownAddress } from "../support/address";
import { moveClock } from "../support/clock";
import { expectGoodLook } from "../support/look";
import { codeFor, mailTo, seenBy } from "../support/mailbox";
import { addPasskey, plugIn } from "../support/passkey";
import { demoEmail } from "../support/sessions";
import { heading, press, signIn, signInAsStaff } from "../support/steps";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visitor";

test("a withdrawal is confirmed with a passkey, and without scripts with a code", async ({ browser, open, clock: _held }) => {
  test.setTimeout(240_000);
  const email = demoEmail("bo");
  const visitor = await Visitor.arrive();
  await visitor.signIn(email);
  const session = await visitor.session();
  const page = await open(session);
  await plugIn(page);
  await page.goto("/destinations/new?type=BANK");
  await page.getByLabel("Name for it").fill("Backup");
  await page.getByLabel("Account holder").fill("The member");
  await page.getByLabel("Account number or IBAN").fill("DE86370400440532013000");
  await press(page, "Continue");
  const seen = await seenBy(email);
  await press(page, "Mail me a code");
  await expect(page.getByLabel("Six-digit code")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use a passkey" })).toBeHidden();
  await page.getByLabel("Six-digit code").fill(await codeFor(email, "step_up_code", seen));
  await press(page, "Add destination");

  await page.goto("/security");
  await addPasskey(page, email, "My laptop");
  expect((await mailTo(email, "security_changed", { saying: "passkey" })).text).toContain("Withdrawals paused until");
  await expect(page.getByText("Withdrawals are paused")).toBeVisible();
  await expectGoodLook(page);

  await moveClock("+25h");
  await page.goto("/withdrawals/new");
  await page.getByLabel(/Backup/).check();
  await page.getByLabel("Amount", { exact: true }).fill("1.00");
  await press(page, "Continue");
  // Nothing has to be sent: it stands beside what is checked, and a code can be mailed all the same.
  await expect(page.getByRole("button", { name: "Mail me a code" })).toBeVisible();
  await expectGoodLook(page);
  await press(page, "Use a passkey");
  await heading(page, /^Withdrawal W-/);

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: session, extraHTTPHeaders: { "X-Forwarded-For": ownAddress() } });
  const without = await plain.newPage();
  await without.goto("/security/passkeys/new");
  await expect(without.getByText("A passkey needs scripts")).toBeVisible();
  await without.goto("/withdrawals/new");
  await without.getByLabel(/Backup/).check();
  await without.getByLabel("Amount", { exact: true }).fill("2.00");
  await press(without, "Continue");
  await expect(without.getByRole("button", { name: "Use a passkey" })).toHaveCount(0);
  const mailed = await seenBy(email);
  await press(without, "Mail me a code");
  await expect(without.getByRole("button", { name: "Use a passkey" })).toHaveCount(0);
  await without.getByLabel("Six-digit code").fill(await codeFor(email, "step_up_code", mailed));
  await press(without, "Request withdrawal");
  await heading(without, /^Withdrawal W-/);
  await plain.close();

  await page.goto("/security");
  await page.getByRole("link", { name: /^Remove ?: My laptop$/ }).click();
  await heading(page, "Remove a passkey");
  await expectGoodLook(page);
  await press(page, "Go on");
  await press(page, "Use a passkey");
  await expect(page.getByText("The passkey was removed.")).toBeVisible();
  // As it was, for the other journeys of this member.
  await moveClock("+25h");
  await visitor.leave();
});

test("a passkey of another device does not confirm, and the page says so", async ({ open, visitor: arrive }) => {
  test.setTimeout(120_000);
  const visitor = await arrive();
  const email = await visitor.join("Pia");
  const session = await visitor.session();
  const page = await open(session);
  await plugIn(page);
  await page.goto("/security");
  await addPasskey(page, email, "First");
  const other = await open(session);
  await plugIn(other);
  await other.goto("/security/passkeys/new");
  await press(other, "Begin");
  await expect(other.getByLabel("Six-digit code")).toBeVisible();
  await press(other, "Use a passkey");
  await expect(other.getByText("No passkey answered.")).toBeVisible();
});

test("staff take the second step with a passkey", async ({ open }) => {
  test.setTimeout(120_000);
  const email = demoEmail("support");
  const page = await open();
  await plugIn(page);
  await signInAsStaff(page, email);
  await page.goto("/admin/security");
  await addPasskey(page, email, "Desk key");
  await page.context().clearCookies();
  await page.goto("/login");
  await signIn(page, email);
  await heading(page, "Confirm it is you");
  await press(page, "Use a passkey");
  await expect(page).toHaveURL(/\/admin$/);
  // Codes are limited per address, and two sign-ins have used theirs up.
  await page.setExtraHTTPHeaders({ "X-Forwarded-For": ownAddress() });
  await page.goto("/admin/security");
  await page.getByRole("link", { name: /^Remove ?: Desk key$/ }).click();
  await press(page, "Go on");
  await press(page, "Use a passkey");
  await expect(page.getByText("The passkey was removed.")).toBeVisible();
});
