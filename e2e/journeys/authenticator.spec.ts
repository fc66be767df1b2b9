/** A member sets up an authenticator, withdraws with it, and moves to another address and back; staff sign in with theirs. */
import { ownAddress } from "../support/address";
import { setUpAuthenticator } from "../support/authenticator";
import { moveClock } from "../support/clock";
import { codeFor, mailTo, seenBy } from "../support/mailbox";
import { demoEmail } from "../support/sessions";
import { fact, heading, press, signIn, signInAsStaff } from "../support/steps";
import { expect, test } from "../support/test";
import { newEmail, Visitor } from "../support/visitor";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";

  test(`a withdrawal is confirmed with the authenticator, ${how}`, async ({ browser, clock: _held }) => {
    test.setTimeout(240_000);
    const email = demoEmail(javaScriptEnabled ? "bo" : "mo");
    const visitor = await Visitor.arrive();
    await visitor.signIn(email);
    const context = await browser.newContext({ javaScriptEnabled, storageState: await visitor.session(), extraHTTPHeaders: { "X-Forwarded-For": ownAddress() } });
    const page = await context.newPage();
    await page.goto("/destinations/new?type=BANK");
    await page.getByLabel("Name for it").fill("Reserve");
    await page.getByLabel("Account holder").fill("The member");
    await page.getByLabel("Account number or IBAN").fill(`DE${javaScriptEnabled ? "89" : "88"}370400440532013000`);
    await press(page, "Continue");
    const seen = await seenBy(email);
    await press(page, "Mail me a code");
    await page.getByLabel("Six-digit code").fill(await codeFor(email, "step_up_code", seen));
    await press(page, "Add destination");

    await page.goto("/security");
    await page.getByRole("link", { name: "Set up an authenticator" }).click();
    const { phone, recovery } = await setUpAuthenticator(page, email);
    const { text } = await mailTo(email, "security_changed");
    expect(text).toContain("Withdrawals paused until");
    await press(page, "I have kept them");
    await heading(page, "Sign-in security");
    await expect(page.getByText("Withdrawals are paused")).toBeVisible();
    await page.goto("/withdrawals/new");
    await expect(page.getByText("Withdrawals are paused")).toBeVisible();

    await moveClock("+25h");
    await page.goto("/withdrawals/new");
    await expect(page.getByText("Withdrawals are paused")).toBeHidden();
    await page.getByLabel(/Reserve/).check();
    await page.getByLabel("Amount", { exact: true }).fill("1.00");
    await press(page, "Continue");
    // Nothing has to be sent: the field stands beside what is checked.
    await expect(fact(page, "You receive")).toContainText("1.00");
    await page.getByLabel("Code from your authenticator app").fill("000000");
    await press(page, "Request withdrawal");
    await expect(page.getByRole("alert")).toContainText("That is not the code your app shows now");
    await page.getByLabel("Code from your authenticator app").fill(phone.shows(1));
    await press(page, "Request withdrawal");
    await heading(page, /^Withdrawal W-/);
    await page.goto("/security/remove");
    await press(page, "Go on");
    await page.getByLabel("Code from your authenticator app").fill(recovery[0] ?? "");
    await press(page, "Remove it");
    await expect(page.getByText("The authenticator was removed.")).toBeVisible();
    // As they were, for the other journeys of these two.
    await moveClock("+25h");
    await context.close();
    await visitor.leave();
  });

  test(`an address is changed and taken back, ${how}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const visitor = await Visitor.arrive();
    const old = await visitor.join("Etta");
    const fresh = newEmail("Etta-new");
    const context = await browser.newContext({ javaScriptEnabled, storageState: await visitor.session(), extraHTTPHeaders: { "X-Forwarded-For": ownAddress() } });
    const page = await context.newPage();
    await page.goto("/security/email");
    await page.getByLabel("New email address").fill("not an address");
    await press(page, "Continue");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("New email address").fill(fresh);
    const seenOld = await seenBy(old);
    await press(page, "Continue");
    await page.getByLabel("Six-digit code").fill(await codeFor(old, "step_up_code", seenOld));
    const seenNew = await seenBy(fresh);
    await press(page, "Send a code to the new address");
    await page.getByLabel("Six-digit code").fill(await codeFor(fresh, "step_up_code", seenNew));
    await press(page, "Change my address");
    await heading(page, "Sign-in security");
    await expect(page.getByText("Both addresses have been told.")).toBeVisible();
    await expect(page.locator("main")).toContainText(fresh);
    await mailTo(fresh, "email_set");

    const { html } = await mailTo(old, "email_changed");
    const words = /\/email-undo\?words=([A-Za-z0-9_-]{43})/.exec(html)?.[1] ?? "";
    await page.goto(`/email-undo?words=${words}`);
    await press(page, "Take it back");
    await expect(page.getByText("Your old address is back")).toBeVisible();
    await page.goto("/security");
    await expect(page).toHaveURL(/\/login/);
    await signIn(page, old);
    await page.goto(`/email-undo?words=${words}`);
    await expect(page.getByText("This change has been taken back already.")).toBeVisible();
    await mailTo(fresh, "email_restored");
    await context.close();
    await visitor.leave();
  });
}

test("staff set one up, and its code is their second step from then on; a recovery code too", async ({ open }) => {
  test.setTimeout(120_000);
  const email = demoEmail("auditor");
  const page = await open();
  await signInAsStaff(page, email);
  await page.goto("/admin/security");
  await page.getByRole("link", { name: "Set up an authenticator" }).click();
  const { phone, recovery } = await setUpAuthenticator(page, email);
  await press(page, "I have kept them");
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();

  const signInAgain = async (code: string) => {
    const again = await open();
    await again.goto("/login");
    await signIn(again, email);
    await heading(again, "Confirm it is you");
    await again.getByLabel("Code from your authenticator app").fill(code);
    await press(again, "Continue");
    return again;
  };
  await expect(await signInAgain(phone.shows(1))).toHaveURL(/\/admin$/);
  const again = await signInAgain(recovery[0] ?? "");
  await expect(again).toHaveURL(/\/admin$/);
  await again.goto("/admin/security/remove");
  await press(again, "Go on");
  await again.getByLabel("Code from your authenticator app").fill(recovery[1] ?? "");
  await press(again, "Remove it");
  await expect(again.getByText("The authenticator was removed.")).toBeVisible();
});
