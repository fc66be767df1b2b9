/** A pack for outside auditors: refused at its field, made by a worker, saved, and verified by the program without the database. Done by a browser without scripts and by one with them. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { asOwner, runsHome } from "../support/owner";
import { heading, press } from "../support/steps";
import { expect, test } from "../support/test";

test("from asking for a pack to verified books", async ({ open, visitor }) => {
  test.setTimeout(180_000);
  const page = await open("admin");
  await page.goto("/admin/audit");
  await page.getByRole("link", { name: "Packs for auditors" }).click();
  await heading(page, "Packs for auditors");

  await test.step("one day without the other is refused at its field", async () => {
    await page.getByLabel("From").fill("2026-01-01");
    await press(page, "Make pack");
    await expect(page.getByLabel("Until")).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("everything is made by a worker, saved, and true without the database", async () => {
    await page.getByLabel("From").fill("");
    await press(page, "Make pack");
    await expect(page.getByText("The pack is being made.")).toBeVisible();
    const mine = page.getByRole("row").filter({ hasText: "Everything" }).first();
    await expect(async () => {
      await page.goto("/admin/audit/packs");
      await expect(mine.getByRole("link", { name: "Download" })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 90_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), mine.getByRole("link", { name: "Download" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^coffer-audit-pack-all-\d{4}-\d{2}-\d{2}\.tar\.gz$/);
    const { stdout } = await promisify(execFile)(path.join("node_modules", ".bin", "tsx"), ["tools/ledger-verify.ts", "--pack", await download.path()]);
    expect(stdout).toContain("The books are true");
  });

  // A pack that waits for ever is written by the owner.
  if (runsHome !== "") await test.step("what was refused stays while another one is being made", async () => {
    const columns = "report, filters, format, language, asked_by, asked_at, total";
    const waiting = await asOwner((client) => client.query<{ id: string }>(`insert into office.exports (${columns}) select ${columns} from office.exports where report = 'audit_pack' limit 1 returning id`));
    await page.goto("/admin/audit/packs");
    await expect(page.getByRole("link", { name: "Look again" })).toBeVisible();
    await page.getByLabel("From").fill("2026-02-01");
    await press(page, "Make pack");
    await expect(page.getByLabel("Until")).toHaveAttribute("aria-invalid", "true");
    // Longer than it takes until the page looks again.
    await page.waitForTimeout(4_000);
    await expect(page.getByLabel("Until")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("From")).toHaveValue("2026-02-01");
    await asOwner((client) => client.query("delete from office.exports where id = $1", [waiting.rows[0]?.id]));
    await page.goto("/admin/audit/packs");
  });

  await test.step("nobody without the permission sees or takes it", async () => {
    const address = (await page.getByRole("link", { name: "Download" }).first().getAttribute("href")) ?? "";
    for (const who of ["ann", "finance"] as const) for (const at of ["/admin/audit/packs", address]) expect([302, 401, 403]).toContain((await (await visitor(who)).get(at)).status());
  });
});
