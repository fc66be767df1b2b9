import { describe, expect, test } from "vitest";

import texts from "~/i18n/en/mail.json";
import { languages } from "~/i18n/languages";
import { formatMoney } from "~/money/format";

import { isMailName, mails } from "../index";
import { renderMail } from "../render";
import { samples, variants } from "./samples";

const sender = { company: "Coffer", supportEmail: "support@coffer.test", publicUrl: "https://coffer.test" };
const everyKind = [
  ...Object.entries(samples).map(([name, props]) => ({ name, what: "sample", props })),
  ...variants.map(([name, what, props]) => ({ name, what, props })),
];
const everyMail = languages.flatMap((language) => everyKind.map((mail) => ({ ...mail, language })));

/** Facts that stand in a mail word for word; the others are formatted, translated or part of a link. */
const verbatim = ["code", "first_name", "reference", "method", "transaction_reference", "destination", "reason", "label", "plan", "referral_code", "from", "source_reference", "member", "law", "object", "expected", "found"];

const plain = (text: string) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

test("there is a sample of every mail", () => {
  expect(Object.keys(samples).sort()).toEqual(Object.keys(mails).sort());
});

describe.each(everyMail)("$name, $what, $language", ({ name, props, language }) => {
  test("states every fact in the text and in the HTML", async () => {
    const { html, text } = await renderMail(name, props, language, sender);
    for (const fact of verbatim) {
      const value = props[fact];
      if (typeof value !== "string" || (name === "awaiting_funding" && fact === "reason")) continue;
      expect(plain(text), `${fact} in the text`).toContain(value);
      expect(html, `${fact} in the HTML`).toContain(value);
    }
    for (const fact of ["amount", "received", "total", "per_day"]) {
      const value = props[fact];
      if (typeof value === "string") expect(plain(text), fact).toContain(`${formatMoney(value, String(props.currency), language)} ${String(props.currency)}`);
    }
  });

  test("has a subject, no missing text and no unfilled gap", async () => {
    const { subject, html, text } = await renderMail(name, props, language, sender);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object/);
      // Characters of several bytes come whole, wherever the renderer's buffer ends.
      expect(part.includes("\0") || part.includes("\uFFFD"), "a broken character").toBe(false);
      expect(part).not.toMatch(new RegExp(`\\b(${Object.keys(texts).join("|")})\\.[a-z]`, "i"));
    }
    expect(subject.length).toBeGreaterThan(8);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test("says whom to ask", async () => {
    const { text, html } = await renderMail(name, props, language, sender);
    expect(text).toContain(sender.supportEmail);
    expect(html).toContain(sender.supportEmail);
  });

  test("loads nothing from elsewhere and links only to our pages", async () => {
    const { html, text } = await renderMail(name, props, language, sender);
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
    for (const [, address] of html.matchAll(/href="([^"]+)"/g)) expect(address).toMatch(/^https:\/\/coffer\.test\//);
    for (const [, address] of html.matchAll(/href="([^"]+)"/g)) expect(text).toContain(address);
  });

  test("is in its language from the subject to the last line", async () => {
    const { subject, html, text } = await renderMail(name, props, language, sender);
    expect(html).toContain(`<html dir="ltr" lang="${language}"`);
    if (language === "en") return;
    const english = await renderMail(name, props, "en", sender);
    const left = (mine: string, theirs: string) => mine.split("\n").filter((line) => /\p{L}{3}.* \p{L}{3}/u.test(line) && theirs.split("\n").includes(line));
    const typed = Object.values(props).filter((value) => typeof value === "string");
    expect([...left(subject, english.subject), ...left(text, english.text)].filter((line) => !typed.some((value) => line.includes(value)))).toEqual([]);
    if (language === "hi") expect(text).not.toMatch(/[\u0966-\u096f]/);
  });
});

test("a money mail leads to its own page", async () => {
  const { text } = await renderMail("deposit_approved", samples.deposit_approved, "en", { ...sender, publicUrl: "https://coffer.test/" });
  expect(text).toContain(`https://coffer.test/deposits/${String(samples.deposit_approved.deposit)}`);
});

test("the text version keeps a fact and its label on one line", async () => {
  const { text } = await renderMail("investment_confirmed", samples.investment_confirmed, "en", sender);
  expect(plain(text)).toContain("Projected in total: 290.00 USD");
  expect(text).toMatch(/^Ends on: 28 Feb 2027$/m);
  expect(text).toMatch(/^Duration: 29 days$/m);
});

test("what a person typed cannot become markup", async () => {
  const props = { ...samples.deposit_rejected, first_name: "<b>Ann</b>", reason: '<img src=x onerror="alert(1)"> & more' };
  const { html, text } = await renderMail("deposit_rejected", props, "en", sender);
  expect(html).not.toMatch(/<b>|<img/);
  expect(text).toContain('<img src=x onerror="alert(1)"> & more');
});

test("a mail that lacks a fact is not rendered", async () => {
  const { reference: _, ...incomplete } = samples.deposit_pending;
  await expect(renderMail("deposit_pending", incomplete, "en", sender)).rejects.toThrow(/reference/);
  await expect(renderMail("withdrawal_sent", { ...samples.withdrawal_sent, amount: 12.5 }, "en", sender)).rejects.toThrow(/amount/);
});

test("an unknown mail is refused by name", async () => {
  expect(isMailName("toString")).toBe(false);
  await expect(renderMail("toString", {}, "en", sender)).rejects.toThrow("there is no mail called toString");
});

test("a language without texts falls back to English", async () => {
  const { subject } = await renderMail("login_code", samples.login_code, "xx", sender);
  expect(subject).toBe("Your Coffer sign-in code");
});
