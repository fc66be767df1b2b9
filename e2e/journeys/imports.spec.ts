/**
 * Coming from elsewhere: files are put in, what does not fit is told line by line and put right, two people agree, and a member of the old company signs in and finds the balance.
 * Done by a browser without scripts and by one with them.
 */
import { randomInt } from "node:crypto";

import type { Locator } from "@playwright/test";

import { importCsv } from "../support/imports";
import { card, fact, heading, money, press, signIn } from "../support/steps";
import { expect, test } from "../support/test";

test("a company comes from elsewhere, and its members find what they had", async ({ open }) => {
  test.setTimeout(180_000);
  const [admin, finance, second] = [await open("admin"), await open("finance"), await open("finance2")];
  const n = randomInt(1e9);
  const email = `ada-${n}@old.example`;
  let draft = "";
  const put = async (kind: string, lines: string[], reads = true) => {
    await admin.getByLabel("What it holds").selectOption(kind);
    await admin.getByLabel("File", { exact: true }).setInputFiles(importCsv(kind, lines));
    await press(admin, "Read the file");
    // The form comes back empty when the file was read, and as it was when it was refused; the next file is put into that one.
    await expect(admin.getByLabel("What it holds")).toHaveValue(reads ? "" : kind);
    await expect(reads ? admin.getByText("The file was read") : admin.getByRole("alert").first()).toBeVisible();
  };

  await test.step("a draft, and a file that does not fit", async () => {
    await admin.goto("/admin/imports");
    await heading(admin, "Coming from elsewhere");
    await admin.getByRole("link", { name: "Begin an import" }).click();
    await heading(admin, "Begin an import");
    await admin.getByLabel("Account that holds the money").selectOption({ label: "Northwind Bank · USD" });
    await press(admin, "Begin an import");
    await heading(admin, /^Import N-/);
    draft = new URL(admin.url()).pathname;
    await put("members", ["reference,email,name"], false);
    await expect(admin.getByRole("alert")).toContainText("lacks the column");
    await put("members", ["reference,email,first_name,last_name,referrer", `${n}-A,${email},Ada,Old,`, `${n}-B,not an address,Bo,Old,${n}-A`]);
    await put("balances", ["member,wallet,amount", `${n}-A,DEPOSIT,1234.56`, `${n}-A,INTEREST,7.00`, `${n}-Z,DEPOSIT,-5`]);
    const faults = card(admin, "3 entries to correct");
    await expect(faults).toContainText("This is not an email address.");
    await expect(faults).toContainText("No member of this or an earlier import has this reference.");
    await expect(admin.getByRole("button", { name: "Ask for approval" })).toHaveCount(0);
  });

  await test.step("corrected, it adds up, and two people are asked", async () => {
    await put("members", ["reference,email,first_name,last_name,referrer", `${n}-A,${email},Ada,Old,`, `${n}-B,bo-${n}@old.example,Bo,Old,${n}-A`]);
    await put("balances", ["member,wallet,amount", `${n}-A,DEPOSIT,1234.56`, `${n}-A,INTEREST,7.00`, `${n}-B,DEPOSIT,5.00`]);
    await expect(fact(admin, "Owed to members")).toContainText(money("1,246.56"));
    await expect(fact(admin, "Must lie in the account")).toContainText(money("1,246.56"));
    await press(admin, "Ask for approval");
    await expect(admin).toHaveURL(/\/admin\/requests\//);
    await expect(admin.getByText("You asked for this, so somebody else has to decide.")).toBeVisible();
  });

  await test.step("one is not enough; with the second it is posted", async () => {
    const request = new URL(admin.url()).pathname;
    await finance.goto(request);
    await expect(card(finance, "What it adds up to")).toContainText("1,246.56");
    await press(finance, "Approve");
    await expect(finance.getByText(/second person/i).first()).toBeVisible();
    await second.goto(request);
    await press(second, "Approve");
    await expect(second.getByText("Approved and carried out.")).toBeVisible();
    await admin.goto(draft);
    await expect(admin.getByText(/Everything was posted\./)).toBeVisible();
  });

  await test.step("a member of it signs in and finds the balance", async () => {
    const ada = await open();
    await ada.goto("/login");
    await signIn(ada, email);
    await expect(ada).not.toHaveURL(/\/login/);
    await ada.goto("/wallet");
    await expect(ada.getByRole("main")).toContainText("1,234.56");
    await ada.goto("/wallet/movements?wallet=DEPOSIT");
    await expect(ada.getByRole("main")).toContainText("Opening balance");
  });
});

test("a large company is checked and posted in the background, and its page says how far it is", async ({ open }) => {
  test.setTimeout(300_000);
  const [admin, finance, second] = [await open("admin"), await open("finance"), await open("finance2")];
  const n = randomInt(1e9);
  /** Without scripts a link looks again; with them the page does, and the link does no harm. */
  const until = async (shown: Locator) => {
    await expect(async () => {
      if (!(await shown.isVisible())) await admin.goto(draft);
      await expect(shown).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 120_000, intervals: [1_000] });
  };
  await admin.goto("/admin/imports/new");
  await admin.getByLabel("Account that holds the money").selectOption({ label: "Northwind Bank · USD" });
  await press(admin, "Begin an import");
  await heading(admin, /^Import N-/);
  const draft = new URL(admin.url()).pathname;
  await admin.getByLabel("What it holds").selectOption("members");
  await admin.getByLabel("File", { exact: true }).setInputFiles(importCsv("members", ["reference,email,first_name,last_name", ...Array.from({ length: 5_001 }, (_, at) => `${n}-${at},m-${n}-${at}@old.example,Old,Member`)]));
  await press(admin, "Read the file");
  await expect(admin.getByText("The file was read")).toBeVisible();
  await until(admin.getByRole("button", { name: "Check again" }));
  await expect(fact(admin, "New members")).toContainText("5001");
  await press(admin, "Ask for approval");
  await expect(admin).toHaveURL(/\/admin\/requests\//);
  const request = new URL(admin.url()).pathname;
  for (const who of [finance, second]) {
    await who.goto(request);
    await expect(who.getByText(/posted by the worker/)).toBeVisible();
    await press(who, "Approve");
  }
  await expect(second.getByText("The import is posted in the background.")).toBeVisible();
  await until(admin.getByText(/Everything was posted\./));
});
