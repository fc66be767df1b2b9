/** A member looks back: a statement of a period and its files, the drawing of the balance, what could leave today, and everything kept. */
import { readFileSync } from "node:fs";

import { type Locator, type Page } from "@playwright/test";

import { card, heading, press } from "../support/steps";
import { expect, test } from "../support/test";

type Section = { wallet: string; currency: string; opening: string; money_in: string; money_out: string; closing: string; lines: number; movements: { amount: string; balance: string }[] };

/** Minor units of a decimal with two places. */
const cents = (text: string): bigint => BigInt(text.replace(/[,+\s]|USD/g, "").replace("\u2212", "-").replace(".", ""));

async function save(page: Page, link: string | Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), (typeof link === "string" ? page.getByRole("link", { name: link }) : link).click()]);
  return readFileSync(await download.path());
}

/** Up to so many rows files are made at once: of everybody, so whoever changes it holds the clock, as those do who save files. */
async function setRowsAtOnce(admin: Page, rows: string): Promise<void> {
  await admin.goto("/admin/settings/export_rows_at_once");
  await admin.getByLabel("Value").fill(rows);
  await admin.getByLabel("Reason").fill("Files are tried.");
  await press(admin, "Continue");
  await press(admin, "Save");
  await expect(admin.getByText("Saved.", { exact: true })).toBeVisible();
}

// With the clock held: a day that passes between two files adds to the second.
test("a statement: by name and by days, on the page and as files, and it adds up", async ({ open, clock: _clock }) => {
  const page = await open("ann");
  await page.goto("/wallet");
  await page.getByRole("link", { name: "Statement", exact: true }).first().click();
  await heading(page, "Statement");
  await page.getByRole("link", { name: "This financial year" }).click();
  await expect(page.getByRole("link", { name: "This financial year" })).toHaveAttribute("aria-current", "true");
  const { sections } = JSON.parse((await save(page, "Save as JSON")).toString("utf8")) as { sections: Section[] };
  expect(sections.length).toBeGreaterThan(1);
  for (const section of sections) {
    const { opening, money_in, money_out, closing, lines, movements } = section;
    expect(cents(opening) + cents(money_in) - cents(money_out)).toBe(cents(closing));
    expect(movements).toHaveLength(lines);
    expect(movements.reduce((sum, { amount }) => sum + cents(amount), cents(opening))).toBe(cents(closing));
    expect(movements.at(-1)?.balance ?? closing).toBe(closing);
  }
  const [deposit] = sections;
  const shown = card(page, "Deposit wallet · USD");
  const figure = async (name: string) => cents(await shown.locator("dl > div").filter({ hasText: name }).locator("dd").innerText());
  expect(await figure("Opening balance")).toBe(cents(deposit?.opening ?? ""));
  expect(await figure("Closing balance")).toBe(cents(deposit?.closing ?? ""));

  const pdf = await save(page, "Save as PDF");
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(pdf.toString("latin1")).toContain("/Marked true");
  const csv = (await save(page, "Save as CSV")).toString("utf8");
  expect(csv.split("\r\n").length - 2).toBe(sections.reduce((sum, { lines }) => sum + lines + 2, 0));

  await page.getByLabel("First day").fill("2031-01-02");
  await page.getByLabel("Last day").fill("2031-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the first day of the statement");
  await expect(page.getByLabel("First day")).toHaveValue("2031-01-02");
});

test("the balance over time is a drawing with its figures behind it", async ({ open }) => {
  const page = await open("ann");
  await page.goto("/wallet/history");
  await heading(page, "Over time");
  await page.getByRole("link", { name: "30 days" }).click();
  await expect(page.getByRole("link", { name: "30 days" })).toHaveAttribute("aria-current", "true");
  const balance = card(page, "Balance over time");
  await expect(balance.locator("svg path").first()).toBeVisible();
  await balance.getByText("Show the figures").click();
  await expect(balance.getByRole("row")).toHaveCount(31);
  await expect(card(page, "Credits by kind").getByText("Daily return").first()).toBeVisible();
});

test("what could leave and what is locked add up to the wallets; and all that is kept is in one file", async ({ open, clock: _clock }) => {
  const page = await open("ann");
  await page.goto("/exit");
  await heading(page, "What I can take out");
  const ready = card(page, "Free today in USD");
  const part = async (term: string) => cents((await ready.locator("dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${term}$`) }) }).locator("dd").first().locator(".numeral").first().innerText()));
  const total = await part("All of your wallets");
  const earnings = await ready.locator("dt", { hasText: "In earnings" }).count();
  const parts = [cents(await ready.locator("p .numeral").first().innerText()), await part("Set aside"), await part("Locked in investments"), earnings > 0 ? await part("In earnings") : 0n];
  expect(parts.reduce((sum, one) => sum + one, 0n)).toBe(total);
  await page.goto("/more");
  await page.getByRole("link", { name: "My data" }).click();
  await heading(page, "My data");
  const file = JSON.parse((await save(page, "Save my data")).toString("utf8")) as Record<string, unknown[]> & { profile: { email: string } };
  expect(file.profile.email).toBe("ann@demo.coffer.test");
  for (const list of ["consents", "sessions", "deposits", "investments", "movements", "mails"]) expect(file[list]?.length, list).toBeGreaterThan(0);
  expect(JSON.stringify(file)).not.toContain("sealed_code");
});

test("a long statement and all data are made in the background, told and fetched", async ({ open, visitor, clock: _clock }) => {
  test.setTimeout(180_000);
  const admin = await open("admin");
  const reader = await visitor();
  await reader.join("Reader");
  const page = await open(await reader.session());
  const made = async (what: string) => {
    await heading(page, "Files");
    await expect(page.getByText("The file is being made.")).toBeVisible();
    const mine = page.getByRole("row").filter({ hasText: what });
    await expect(async () => {
      await page.goto("/exports");
      await expect(mine.getByRole("link", { name: "Download" })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
    return mine.getByRole("link", { name: "Download" });
  };
  await setRowsAtOnce(admin, "0");
  try {
    await test.step("a statement that is too long is not made at once, and its page says how it is made", async () => {
      const refused = await reader.get("/resources/statement/csv?period=year");
      expect([refused.status(), refused.headers().location]).toEqual([302, "/statements?period=year"]);
      await page.goto("/statements?period=year");
      await expect(page.getByRole("link", { name: "Save as CSV" })).toHaveCount(0);
      await press(page, "Make the CSV");
      const link = await made("Statement");
      const address = (await link.getAttribute("href")) ?? "";
      const csv = (await save(page, link)).toString("utf8");
      expect(csv).toContain("For joining");
      expect((await (await visitor("bo")).get(address)).status()).toBe(404);
      expect((await (await visitor()).get(address)).headers().location).toContain("/login");
      expect((await (await visitor("admin")).get(address)).status()).toBe(403);
    });
    await test.step("the member is told, and the notice leads to the files", async () => {
      await page.goto("/notifications");
      await press(page, "The file you asked for is ready");
      await heading(page, "Files");
    });
    await test.step("so is all that is kept", async () => {
      expect((await reader.get("/resources/my-data")).headers().location).toBe("/my-data");
      await page.goto("/my-data");
      await press(page, "Make the file");
      const file = JSON.parse((await save(page, await made("All my data"))).toString("utf8")) as { profile: { first_name: string } };
      expect(file.profile.first_name).toBe("Reader");
    });
  } finally {
    await setRowsAtOnce(admin, "2000");
  }
});

test("the files are their member's alone", async ({ visitor }) => {
  const [guest, staff] = [await visitor(), await visitor("admin")];
  for (const path of ["/resources/statement/pdf", "/resources/statement/csv", "/resources/statement/json", "/resources/my-data"]) {
    expect((await guest.get(path)).headers().location, path).toContain("/login");
    expect((await staff.get(path)).status(), path).toBe(403);
  }
  const bo = await visitor("bo");
  expect((await bo.get("/resources/statement/docx")).status()).toBe(404);
  for (const bad of ["period=dates", "period=dates&from=2027-02-30&to=2027-03-01", "period=century", "period=dates&from=1999-01-01&to=2027-01-01"]) expect((await bo.get(`/resources/statement/csv?${bad}`)).status(), bad).toBe(422);
});
