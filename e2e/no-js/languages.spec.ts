/** Choosing a language without scripts: on public pages, signed in, and what then comes by mail. */
import { fieldOf, formWith, hiddenOf } from "../support/forms";
import { mailTo, seenBy } from "../support/mailbox";
import { expect, test } from "../support/test";

test("a visitor chooses a language on the page, stays there, and keeps it on the next one", async ({ open }) => {
  const page = await open();
  await page.goto("/plans?plan=");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page).toHaveURL(/\/plans\?plan=$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Planes");
  await page.goto("/risk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Riesgo");
  await page.getByRole("button", { name: "हिन्दी" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("जोखिम");
  await expect(page.locator("html")).toHaveAttribute("lang", "hi");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Risk");
});

test("the browser's language counts until somebody chooses", async ({ visitor }) => {
  const guest = await visitor();
  const lang = async (header: string) => /<html lang="(\w+)"/.exec(await (await guest.get("/plans", { "Accept-Language": header })).text())?.[1];
  expect(await lang("hi-IN,hi;q=0.9,en;q=0.8")).toBe("hi");
  expect(await lang("fr,es-MX;q=0.7,en;q=0.3")).toBe("es");
  expect(await lang("fr")).toBe("en");
  await guest.post("/resources/language", { language: "es", back: "/plans" });
  expect(await lang("hi")).toBe("es");
});

test("a member's choice is kept with the member: another browser shows it, mails come in it", async ({ visitor, open }) => {
  const member = await visitor();
  const email = await member.join("Lingua");
  expect(await member.page("/home")).toContain('<html lang="en"');
  await member.post("/resources/language", { language: "hi", back: "/home" });
  expect(await member.page("/home")).toContain('<html lang="hi"');

  const elsewhere = await visitor();
  await elsewhere.post("/resources/language", { language: "es", back: "/" });
  const seen = await seenBy(email);
  await elsewhere.signIn(email);
  const code = await mailTo(email, "login_code", { seen });
  expect(code.subject, "who signs in is nobody yet: the browser's language").toMatch(/código/i);
  expect(await elsewhere.page("/home"), "the member's choice goes before the cookie").toContain('<html lang="hi"');
  expect(await elsewhere.page("/plans"), "on every page from then on").toContain('<html lang="hi"');

  // Changed in one browser, seen in the other without signing in again.
  await elsewhere.post("/resources/language", { language: "es", back: "/home" });
  expect(await member.page("/home")).toContain('<html lang="es"');
  const page = await open(await member.session());
  await page.goto("/wallet");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Monedero");

  const before = await seenBy(email);
  const path = /href="(\/deposits\/new\/[0-9a-f-]{36})"/.exec(await member.page("/deposits/new"))?.[1] ?? "";
  const form = formWith(await member.page(path), 'name="amount"');
  const answer = await member.send(path, { ...hiddenOf(form), intent: "confirm", amount: "1234,50", transaction_reference: "LANG-1" });
  expect(answer.status()).toBe(302);
  const mail = await mailTo(email, "deposit_pending", { seen: before });
  expect(mail.subject).toMatch(/^Depósito .+: a la espera de aprobación$/);
  expect(mail.text).toMatch(/1234,50/);
});

test("in Spanish a comma is a decimal comma, and what may be a thousand is refused with a way out", async ({ visitor }) => {
  const diego = await visitor("diego");
  const path = /href="(\/invest\/[0-9a-f-]{36})"/.exec(await diego.page("/invest"))?.[1] ?? "";
  const quote = async (amount: string) => {
    const answer = await diego.get(`${path}?${new URLSearchParams({ wallet: "DEPOSIT", amount }).toString()}`);
    return { status: answer.status(), html: await answer.text() };
  };
  const good = await quote("250,50");
  expect(good.status).toBe(200);
  expect(fieldOf(good.html, "amount").value).toBe("250,50");
  for (const amount of ["1.234", "1,234"]) {
    const { status, html } = await quote(amount);
    const { value, message } = fieldOf(html, "amount");
    expect(status).toBe(422);
    expect(value, "kept as typed").toBe(amount);
    expect(message).toContain("puede leerse de dos maneras");
  }
  for (const amount of ["1.234,50", "1,234.50", "-1", "12,345"]) expect((await quote(amount)).status, amount).toBe(422);
});

test("an unknown language is the fallback, and a foreign way back leads home", async ({ visitor }) => {
  const guest = await visitor();
  const answer = await guest.post("/resources/language", { language: "xx", back: "https://example.com/" });
  expect(answer.headers().location).toBe("/");
  expect(await guest.page("/plans")).toContain('<html lang="en"');
});
