/**
 * Reports: filtered by days, refused at the field when the days make no sense, with sums, drawing and rows; a short one is saved at once, a long one is made by a worker
 * and fetched when it is done. Done by a browser without scripts and by one with them.
 */
import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { businessNow } from "../support/clock";
import { letters } from "../support/dealer";
import { card, heading, press } from "../support/steps";
import { expect, test } from "../support/test";
import { unzip } from "../support/unzip";

async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("from the figures of a month to files of every movement", async ({ open, visitor }) => {
  test.setTimeout(180_000);
  const page = await open("finance");
  // Begins like a formula: a spreadsheet must not run it.
  const name = `=Sum${letters()}`;
  await (await visitor()).join(name);

  await test.step("days that make no sense are refused at their field, and what was typed stays", async () => {
    await page.goto("/admin/reports");
    await heading(page, "Reports");
    await page.getByRole("link", { name: "Day by day" }).click();
    await heading(page, "Day by day");
    await page.getByLabel("First day").fill("2026-11-10");
    await page.getByLabel("Last day").fill("2026-11-01");
    await press(page, "Show");
    await expect(page.getByRole("alert").first()).toContainText("The last day lies before the first one.");
    await expect(page.getByLabel("Last day")).toHaveValue("2026-11-01");
    await expect(page.getByLabel("Last day")).toHaveAttribute("aria-invalid", "true");
    const refused = await page.goto("/admin/reports/days?from=2020-01-01&until=2026-01-01&by=day");
    expect(refused?.status()).toBe(422);
    await expect(page.getByRole("alert").first()).toContainText("at most 366 days");
  });

  await test.step("months of the whole story: the sum is what its rows come to, on the page and in the file", async () => {
    await page.goto("/admin/reports/days");
    await page.getByLabel("Put together").selectOption("month");
    await page.getByLabel("First day").fill("2026-01-01");
    await page.getByLabel("Currency").selectOption("USD");
    await press(page, "Show");
    await expect(page).toHaveURL(/by=month/);
    const deposited = page.locator("main").getByText("Deposited", { exact: true }).first().locator("xpath=../*[2]");
    const shown = async () => ((await deposited.textContent()) ?? "").replace(/[^\d.]/g, "");
    const file = await saved(page, () => page.getByRole("link", { name: "Save as CSV" }).click());
    expect(file.name).toMatch(/^coffer-days-2026-01-01-\d{4}-\d{2}-\d{2}\.csv$/);
    const [head = "", ...rows] = file.bytes.toString("utf8").replace(/^\ufeff/, "").trim().split("\r\n");
    expect(head).toContain("Deposited");
    const cents = (text = "") => Number.parseInt(text.replace(".", ""), 10);
    const at = head.split(",").indexOf("Deposited");
    const figures = rows.map((row) => row.split(",")[at]);
    // The address changes a moment before the figures do.
    await expect.poll(shown).toBe(figures.at(-1));
    expect(figures.slice(0, -1).reduce((sum, text) => sum + cents(text), 0)).toBe(cents(figures.at(-1)));
    await expect(page.locator("figure svg").first()).toBeVisible();
  });

  await test.step("a long report is made by a worker, and its spreadsheet runs nothing", async () => {
    // Others may have moved the clock by months: the days of the story are within a year of it.
    const from = new Date(Date.parse(await businessNow()) - 360 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/admin/reports/wallets?currency=USD&from=${from}`);
    await expect(page.getByText("There are more rows than one page")).toBeVisible();
    await expect(page.getByRole("link", { name: "Save as CSV" })).toHaveCount(0);
    await expect(card(page, "By kind").getByRole("row").filter({ hasText: "Sign-on bonus" })).toBeVisible();
    await page.getByLabel("Format").selectOption("xlsx");
    await press(page, "Make the file");
    await heading(page, "Files of reports");
    await expect(page.getByText("The file is being made.")).toBeVisible();
    const mine = page.getByRole("row").filter({ hasText: "Wallet transactions" }).filter({ hasText: "XLSX" }).first();
    await expect(async () => {
      await page.goto("/admin/reports/exports");
      await expect(mine.getByRole("link", { name: "Download" })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
    const file = await saved(page, () => mine.getByRole("link", { name: "Download" }).click());
    expect(file.name).toMatch(/^coffer-wallets-.*\.xlsx$/);
    const sheet = unzip(file.bytes).get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
    expect(sheet).toContain(`>'${name} `);
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain("<v>10.00</v>");
  });

  await test.step("nobody without the permission gets a report or a file", async () => {
    const address = (await page.getByRole("link", { name: "Download" }).first().getAttribute("href")) ?? "";
    const member = await visitor("ann");
    for (const path of ["/admin/reports", "/admin/reports/days", "/admin/reports/exports", address]) expect([302, 401, 403]).toContain((await member.get(path)).status());
    expect((await (await visitor("finance")).get("/admin/reports/exports/00000000-0000-4000-8000-000000000000")).status()).toBe(404);
  });
});
