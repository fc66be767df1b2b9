/** The browser's own virtual authenticator: a device with a verified person at hand. It lives as long as the page. */
import { expect, type Page } from "@playwright/test";

import { codeFor, seenBy } from "./mailbox";
import { heading, press } from "./steps";

export async function plugIn(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

/** From the page of sign-in security to a passkey in use, proven with a mailed code. */
export async function addPasskey(page: Page, email: string, name: string): Promise<void> {
  await page.getByRole("link", { name: "Add a passkey" }).click();
  const seen = await seenBy(email);
  await press(page, "Begin");
  await page.getByLabel("Six-digit code").fill(await codeFor(email, "step_up_code", seen));
  await press(page, "Continue");
  await page.getByLabel("Name for it").fill(name);
  await press(page, "Make it now");
  await heading(page, "Sign-in security");
  await expect(page.getByText("The passkey is ready.")).toBeVisible();
  await expect(page.getByText(name, { exact: true })).toBeVisible();
}
