/**
 * Writing to staff: a question with a file, a grievance under its clocks, and what the portal tells about both. Done twice, by a browser
 * without scripts and by one with them (playwright.config.ts).
 */
import { randomInt } from "node:crypto";

import { moveClock } from "../support/clock";
import { smallPng } from "../support/files";
import { mailTo } from "../support/mailbox";
import { card, fact, heading, press } from "../support/steps";
import { expect, test } from "../support/test";

const nasty = "<script>window.hit = 1</script> <img src=x onerror='window.hit = 1'> {{7*7}} ‮reversed";

test("a question with a file, answered, read, closed and opened again", async ({ open, visitor, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const member = await visitor();
  const email = await member.join(javaScriptEnabled === false ? "Nell" : "Sven");
  const stranger = await visitor();
  await stranger.join("Other");
  const subject = `Receipt ${randomInt(1e6)} ${nasty}`;
  const page = await open(await member.session());
  let path = "";

  await test.step("what is missing is said at its field, and what was typed is kept", async () => {
    await page.goto("/messages");
    await page.getByRole("link", { name: "Write to us" }).click();
    await heading(page, "Write to us");
    await page.getByLabel("Subject").fill(subject);
    await press(page, "Send");
    await expect(page.getByRole("alert")).toContainText("Write a message.");
    await expect(page.getByLabel("Subject")).toHaveValue(subject);
    await page.getByLabel("Message", { exact: true }).fill(`First line\nSecond line\n${nasty}`);
    await page.getByLabel(/^File/).setInputFiles({ name: "page.html", mimeType: "image/png", buffer: Buffer.from("<!doctype html><script>1</script>") });
    await press(page, "Send");
    await expect(page.getByRole("alert")).toContainText("PDF, PNG or JPEG");
    await expect(page.getByLabel("Message", { exact: true })).toHaveValue(`First line\nSecond line\n${nasty}`);
  });

  await test.step("sent with a file, shown as text, the file to be saved by its member only", async () => {
    await page.getByLabel(/^File/).setInputFiles({ name: "receipt.png", mimeType: "image/png", buffer: smallPng });
    await press(page, "Send");
    await heading(page, subject);
    await expect(page.getByText("We answer here, and you get a mail.")).toBeVisible();
    await expect(page.getByText("First line")).toContainText(nasty);
    path = new URL(page.url()).pathname;
    const href = (await page.getByRole("link", { name: /receipt\.png/ }).getAttribute("href")) ?? "";
    const file = await member.get(href);
    expect(file.headers()["content-disposition"]).toContain("attachment");
    expect(file.headers()["content-type"]).toBe("image/png");
    expect([(await stranger.get(href)).status(), (await stranger.get(path)).status()]).toEqual([404, 404]);
    const answer = await stranger.send(path, { body: "Let me in", key: crypto.randomUUID() });
    expect(answer.status()).toBe(404);
  });

  const staff = await open("operations");
  await test.step("staff find it unread, take it and answer", async () => {
    await staff.goto(`/admin/messages?state=open&assigned=nobody&search=${encodeURIComponent(subject.slice(0, 14))}`);
    await expect(staff.getByRole("row").filter({ hasText: subject.slice(0, 14) })).toContainText("1 new");
    await staff.getByRole("link", { name: subject }).click();
    await heading(staff, subject);
    await expect(staff.getByText("First line")).toContainText(nasty);
    await press(staff, "Take it myself");
    await expect(staff.getByText("Assigned.")).toBeVisible();
    await staff.getByLabel("Message to the member").fill(`Thank you. ${nasty}`);
    await press(staff, "Send");
    await expect(staff.getByText("The member gets a mail and a notification.")).toBeVisible();
    await mailTo(email, "message_received", { saying: "We have written to you" });
  });

  await test.step("the member is told in the frame, and the notification leads to the answer", async () => {
    await page.goto("/home");
    await expect(page.getByRole("navigation").getByText("1 unread").first()).toBeAttached();
    await page.getByRole("link", { name: /Notifications/ }).first().click();
    await heading(page, "Notifications");
    await page.getByRole("button", { name: /^We have answered/ }).click();
    await heading(page, subject);
    await expect(page.getByText("Thank you.")).toContainText(nasty);
    await page.goto("/notifications");
    await expect(page.getByRole("listitem").filter({ hasText: "We have answered" })).not.toContainText("New");
    await page.goto("/messages");
    await expect(page.getByRole("row").filter({ hasText: subject.slice(0, 14) }).getByRole("cell").last()).toHaveText("0");
  });

  await test.step("closed, and open again with the member's next words", async () => {
    await staff.getByText("Close this conversation").click();
    await press(staff, "Close it");
    await expect(staff.getByText("Closed.", { exact: true })).toBeVisible();
    await page.goto(path);
    await expect(page.getByText("This conversation is closed.")).toBeVisible();
    await page.getByLabel("Message", { exact: true }).fill("One more thing");
    await press(page, "Send");
    await expect(page.getByRole("list", { name: "Messages" })).toContainText("One more thing");
    await expect(page.getByText("This conversation is closed.")).toBeHidden();
  });

  expect(await page.evaluate(() => (window as { hit?: number }).hit ?? 0)).toBe(0);
  expect(await staff.evaluate(() => (window as { hit?: number }).hit ?? 0)).toBe(0);
});

test("notifications: filtered, read one by one and all at once, deleted", async ({ open, visitor }) => {
  const member = await visitor();
  await member.join("Nora");
  const page = await open(await member.session());
  await page.goto("/notifications");
  await expect(page.getByRole("listitem").filter({ hasText: "Welcome" })).toContainText("New");
  await page.getByLabel("Kind").selectOption("security");
  await press(page, "Apply");
  await expect(page.getByRole("listitem").filter({ hasText: "Welcome" })).toHaveCount(0);
  await page.goto("/notifications");
  await press(page, "Mark all as read");
  await expect(page.getByRole("listitem").filter({ hasText: "Welcome" })).not.toContainText("New");
  await expect(page.getByRole("button", { name: "Mark all as read" })).toBeHidden();
  await page.getByRole("button", { name: /^Delete\s*: Welcome/ }).click();
  await expect(page.getByText("No notifications yet")).toBeVisible();
  const leaving = await member.post("/notifications", { intent: "open", notice: crypto.randomUUID(), to: "//elsewhere.example/" });
  expect(leaving.headers().location).toBe("/notifications");
});

test("a grievance: deadlines shown, overdue by the business date, resolved, counted in public", async ({ open, visitor, clock: _held, javaScriptEnabled }) => {
  test.setTimeout(240_000);
  const member = await visitor();
  const email = await member.join(javaScriptEnabled === false ? "Gil" : "Gwen");
  const subject = `Wrong fee ${randomInt(1e6)}`;
  const figures = await open();
  const counted = async () => {
    await figures.goto("/grievances");
    await heading(figures, "Grievances");
    const cells = await figures.getByRole("row").nth(1).getByRole("cell").allTextContents();
    return cells.slice(1).map((text) => Number.parseInt(text, 10));
  };
  const before = await counted();

  const page = await open(await member.session());
  await page.goto("/grievances");
  await page.getByRole("link", { name: "Raise a grievance" }).click();
  await expect(page.getByRole("radio", { name: /A grievance/ })).toBeChecked();
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Message", { exact: true }).fill("A fee was taken twice.");
  await press(page, "Send");
  await heading(page, subject);
  await expect(page.getByText("Your grievance is registered.")).toBeVisible();
  await expect(page.getByText("To be acknowledged").first()).toBeVisible();
  await expect(fact(page, "Acknowledged by")).toContainText("Not yet");
  const path = new URL(page.url()).pathname;
  await mailTo(email, "grievance_received", { saying: "Resolved by" });
  expect(await counted()).toEqual([(before[0] ?? 0) + 1, before[1], before[2], (before[3] ?? 0) + 1]);

  await moveClock("+5d");
  await page.goto(path);
  await expect(page.getByText("Acknowledgement overdue").first()).toBeVisible();

  const staff = await open("operations-2");
  await staff.goto("/admin/grievances");
  await expect(staff.getByText("past a deadline").first()).toBeVisible();
  await staff.getByRole("link", { name: subject }).click();
  await press(staff, "Acknowledge it");
  await expect(staff.getByText("Acknowledged. The member is told.")).toBeVisible();
  await expect(card(staff, "Deadlines")).toContainText("Done");
  await staff.getByText("Resolve this grievance").click();
  await press(staff, "Resolve it");
  await expect(staff.getByRole("alert")).toContainText("Write down the reason");
  await staff.getByLabel("How it was resolved").fill("The second fee is paid back.");
  await press(staff, "Resolve it");
  await expect(staff.getByText("Closed.", { exact: true })).toBeVisible();

  await page.goto(path);
  await expect(page.getByText("Resolved in time").first()).toBeVisible();
  await expect(page.getByText("The second fee is paid back.")).toBeVisible();
  await mailTo(email, "grievance_resolved", { saying: "is resolved" });
});
