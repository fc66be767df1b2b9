/** Somebody added a destination: the mail about it takes it back, in a browser that is not signed in. */
import { ownAddress } from "../support/address";
import { codeFor, mailTo, seenBy } from "../support/mailbox";
import { fact, heading, press } from "../support/steps";
import { expect, test } from "../support/test";
import { Visitor } from "../support/visitor";

for (const javaScriptEnabled of [true, false]) {
  test(`a new destination is cancelled by the link in its mail, ${javaScriptEnabled ? "with scripts" : "without scripts"}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const visitor = await Visitor.arrive();
    const email = await visitor.join("Cora");
    const enter = async (signedIn: boolean) => {
      const context = await browser.newContext({ javaScriptEnabled, ...(signedIn ? { storageState: await visitor.session() } : {}), extraHTTPHeaders: { "X-Forwarded-For": ownAddress() } });
      return context.newPage();
    };
    const page = await enter(true);
    await page.goto("/destinations/new?type=BANK");
    await page.getByLabel("Name for it").fill("Not mine");
    await page.getByLabel("Account holder").fill("Somebody");
    await page.getByLabel("Account number or IBAN").fill("DE89370400440532013000");
    await press(page, "Continue");
    const seen = await seenBy(email);
    await press(page, "Mail me a code");
    await page.getByLabel("Six-digit code").fill(await codeFor(email, "step_up_code", seen));
    await press(page, "Add destination");
    await heading(page, "Destinations");

    const { html } = await mailTo(email, "destination_added");
    const link = /\/destination-cancel\?words=[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? "";
    const elsewhere = await enter(false);
    await elsewhere.goto(link);
    await heading(elsewhere, "Cancel a new destination");
    await expect(fact(elsewhere, "Name for it")).toContainText("Not mine");
    await press(elsewhere, "Cancel this destination");
    await expect(elsewhere.getByText("The destination is cancelled")).toBeVisible();
    await elsewhere.goto(link);
    await expect(elsewhere.getByText("has been taken out of the address book already")).toBeVisible();
    await elsewhere.goto(`${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`);
    await expect(elsewhere.getByText("This link is not complete.")).toBeVisible();
    await mailTo(email, "destination_cancelled");
    await page.goto("/destinations");
    await expect(page.getByText("Not mine")).toHaveCount(0);
    await elsewhere.context().close();
    await page.context().close();
    await visitor.leave();
  });
}
