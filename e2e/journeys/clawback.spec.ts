/**
 * A commission leaves for the bank, and then the sale it was for is cancelled: what the dealer no longer has is owed, said on every page about earnings, and taken first from the next commission.
 * Done by a browser without scripts and by one with them.
 */
import { approvedMember } from "../support/approved-member";
import { moveClock } from "../support/clock";
import { book, codeOf, fundCommissions, letters, tell } from "../support/dealer";
import { formWith, hiddenOf } from "../support/forms";
import { approveAt, approveByTwo, card, confirmWithCode, money, press } from "../support/steps";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

const inr = (amount: string) => money(amount, "INR");

test("a commission that was paid out and is taken back", async ({ open, visitor, clock: _held }) => {
  test.setTimeout(300_000);
  const first = `Gert${letters()}`;
  const { visitor: member, email } = await approvedMember(first);
  const code = await codeOf(member);
  const page = await open(await member.session());
  const [finance, second, operations] = [await open("finance"), await open("finance2"), await open("operations")];

  /** Somebody the dealer brought pays so much for a vehicle, and two people confirm it. */
  const sale = async (amount: string): Promise<{ buyer: Visitor; name: string; booking: string }> => {
    const buyer = await visitor();
    const name = `Bina${letters()}`;
    await buyer.join(name, code);
    const booking = await book(buyer, { name: "Delivery three-wheeler" });
    await tell(buyer, booking, amount);
    await approveByTwo(finance, second, name);
    return { buyer, name, booking };
  };

  const sold = await test.step("a sale earns a commission, which is free after cooling-off", async () => {
    const made = await sale("200000.00");
    const funding = await fundCommissions(await visitor("operations-2"));
    await approveAt(finance, funding, "Your approval is counted.");
    await approveAt(second, funding, "Approved and carried out.");
    await moveClock("+40d");
    await expect(async () => {
      await page.goto("/home");
      await expect(card(page, "Your earnings")).toContainText(inr("6,000.00"), { timeout: 500 });
      await expect(card(page, "Your earnings").getByRole("link", { name: "Ask for a payout" })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
    return made;
  });

  await test.step("all of it leaves for the bank", async () => {
    await page.goto("/destinations/new?type=BANK");
    await page.getByLabel("Name for it").fill("Savings");
    await page.getByLabel("Account holder").fill(`${first} Tester`);
    await page.getByLabel("Account number or IBAN").fill("009922104471");
    await press(page, "Continue");
    await confirmWithCode(page, email, "Add destination");
    // Its cooling begins when it is there, so the clock waits for that.
    await expect(page).not.toHaveURL(/\/destinations\/new/);
    await moveClock("+3d");
    await page.goto("/payouts/new");
    await page.getByLabel("Amount before tax").fill("6000");
    await press(page, "Continue");
    await confirmWithCode(page, email, "Request payout");
    await expect(page.getByText("Your payout was requested")).toBeVisible();
    await page.goto("/home");
    await expect(card(page, "Under way")).toContainText("Payout");
    await approveByTwo(finance, second, first);
    await operations.goto("/admin/payouts/files");
    await operations.getByRole("link", { name: "Next file in INR" }).click();
    await press(operations, "Make the file");
    await expect(operations.getByText("The file is made")).toBeVisible();
    await page.goto("/home");
    await expect(card(page, "Your earnings")).toContainText("Sent");
  });

  await test.step("the sale is cancelled: the whole commission is owed, and the member is told where earnings stand", async () => {
    const form = formWith(await sold.buyer.page(sold.booking), 'value="cancel"');
    expect((await sold.buyer.post(sold.booking, { ...hiddenOf(form), intent: "cancel" })).status()).toBe(302);
    await approveByTwo(finance, second, sold.name);
    for (const path of ["/network/earnings", "/network/pairs"]) {
      await page.goto(path);
      await expect(page.locator("main")).toContainText(inr("6,000.00"));
      await expect(page.locator("main")).toContainText("What you earned was taken back");
    }
  });

  await test.step("the next commission pays it back first, as soon as it is free", async () => {
    await sale("300000.00");
    await moveClock("+40d");
    await expect(async () => {
      await page.goto("/network/earnings");
      await expect(page.locator("main")).not.toContainText("What you earned was taken back", { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    // 9,000 less the 6,000 that were owed.
    await page.goto("/home");
    await expect(card(page, "Your earnings")).toContainText(inr("3,000.00"));
    await page.goto("/wallet/movements?wallet=EARNINGS");
    await expect(page.locator("main")).toContainText(money("−6,000.00", "INR"));
    await page.goto("/payouts/new");
    await expect(page.locator("main")).toContainText(inr("3,000.00"));
  });
});
