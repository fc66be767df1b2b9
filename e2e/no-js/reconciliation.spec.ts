/** A day's client money without scripts: statement imported, lines matched and explained, the sheet signed by two people, coverage tells. */
import { csv } from "../support/statements";
import { card, fact, heading, money, press } from "../support/steps";
import { expect, test } from "../support/test";

const before = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

test("import, match, explain, submit, sign by two, shown on coverage", async ({ open }) => {
  test.setTimeout(180_000);
  const page = await open("operations");
  await page.goto("/admin/reconciliation");
  await page.getByRole("link", { name: "Litecoin" }).click();
  await expect(page.getByText("Nothing to compare with on this day")).toBeVisible();
  const yesterday = await page.getByLabel("Day").inputValue();

  await test.step("a file with other columns is refused at the field, and says which it has", async () => {
    await page.getByRole("link", { name: "Import a statement" }).first().click();
    await heading(page, "Import a statement");
    await page.getByLabel("Statement file").setInputFiles(csv([`${yesterday},X,x,1.00`]));
    await page.getByLabel("Column with the booking day").fill("Datum");
    await page.getByLabel("Amount with sign").fill("Amount");
    await press(page, "Import");
    await expect(page.getByRole("alert")).toContainText("There is no column Datum. The file has: Day, Id, Text, Amount");
    await expect(page.getByLabel("Amount with sign")).toHaveValue("Amount");
  });

  await test.step("import: one line matches by its reference, one is refused, the rest is kept", async () => {
    await page.getByLabel("Statement file").setInputFiles(csv([
      `${before(yesterday, 26)},4c1e0f7722ab9d3341f0a6d9e5c8b7a0,incoming,900.00`, `${yesterday},F1,monthly fee,-1.25`, `${yesterday},F1,monthly fee,-1.25`, "soon,F2,bad,1",
    ]));
    await page.getByLabel("Column with the booking day").fill("Day");
    await page.getByLabel("Bank’s reference").fill("Id");
    await page.getByLabel("Text").fill("Text");
    await page.getByLabel("Balance before the first line").fill("0");
    await press(page, "Import");
    await heading(page, "statement.csv");
    await expect(fact(page, "Imported")).toHaveText("2");
    await expect(fact(page, "Skipped, there already")).toHaveText("1");
    await expect(fact(page, "Refused")).toHaveText("1");
    await expect(fact(page, "Matched by their reference")).toHaveText("1");
    await expect(page.getByText("The booking day is no date in the chosen form.")).toBeVisible();
  });

  await test.step("what has no explanation is not submitted", async () => {
    await page.getByRole("link", { name: "Open the sheet" }).click();
    await heading(page, /^Litecoin/);
    await expect(fact(page, "Balance at the bank")).toContainText("898.75");
    await expect(fact(page, "Balance in the books")).toHaveText(money("900.00"));
    await expect(card(page, "Signatures")).toContainText("1 item has no explanation.");
  });

  await test.step("a match is taken back and made by hand", async () => {
    await page.goto(`${new URL(page.url()).pathname}?on=${before(yesterday, 26)}`);
    await press(page, "Take back");
    await expect(page.getByText("The match is taken back.")).toBeVisible();
    await page.getByRole("button", { name: /^Match: D-/ }).click();
    await expect(page.getByText("Matched.", { exact: true })).toBeVisible();
  });

  await test.step("explain, with the reason asked for", async () => {
    await page.goto(`${new URL(page.url()).pathname}?on=${yesterday}`);
    await press(page, "Explain");
    await expect(page.getByRole("alert")).toContainText("Tick what you want to explain.");
    await page.getByRole("checkbox", { name: /1\.25 USD/ }).check();
    await page.getByLabel("Reason").selectOption({ label: "Bank fee, to be booked" });
    await press(page, "Explain");
    await expect(page.getByText("The explanation is kept with each item.")).toBeVisible();
    await press(page, "Submit for two signatures");
    await expect(page.getByText("Submitted. Two people sign it in the approval queue.")).toBeVisible();
  });

  const request = (await page.getByRole("link", { name: /^Open request R-/ }).getAttribute("href")) ?? "";
  for (const [person, said] of [["finance", "Your approval is counted"], ["finance2", "Approved and carried out."]] as const) {
    await test.step(`signed by ${person}`, async () => {
      const signer = await open(person);
      await signer.goto(request);
      await heading(signer, /^Daily reconciliation: Litecoin/);
      await expect(fact(signer, "Difference")).toContainText("1.25");
      await expect(signer.getByText("Bank fee, to be booked")).toBeVisible();
      await press(signer, "Approve");
      await expect(signer.getByText(said)).toBeVisible();
    });
  }

  await page.reload();
  await expect(card(page, "Signed and kept")).toContainText("Signed by");
  const guest = await open();
  await guest.goto("/coverage");
  await expect(guest.getByText(/Last compared with bank and wallet statements/)).toBeVisible();
  await expect(guest.getByText("Not every account has been compared with its statements yet.").first()).toBeVisible();
});

test("the import page refuses what is no statement, at the field, and keeps what was typed", async ({ open }) => {
  const page = await open("operations-2");
  await page.goto("/admin/reconciliation");
  await page.getByRole("link", { name: "Ether", exact: true }).click();
  await page.getByRole("link", { name: "Import a statement" }).first().click();
  await page.getByRole("textbox", { name: /^Closing balance/ }).fill("12.00");
  await press(page, "Import");
  await expect(page.getByRole("alert")).toContainText("Choose a statement file.");
  await expect(page.getByRole("textbox", { name: /^Closing balance/ })).toHaveValue("12.00");
  for (const [text, said] of [["<!DOCTYPE x><a/>", "document type"], ["<html/>", "no camt.053"], ["<a><b></a>", "neither a CSV nor whole XML"]] as const) {
    await page.getByLabel("Statement file").setInputFiles({ name: "s.xml", mimeType: "text/xml", buffer: Buffer.from(text) });
    await page.getByRole("textbox", { name: /^Closing balance/ }).fill("");
    await press(page, "Import");
    await expect(page.getByRole("alert")).toContainText(said);
  }
});
