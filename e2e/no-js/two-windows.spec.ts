/** The same page open in two windows: what was done in one is said in the other, though it has no form any more. Hostile input does the same with every form that is left to it. */
import { book, letters } from "../support/dealer";
import { formWith, hiddenOf } from "../support/forms";
import { beginImport } from "../support/imports";
import { isNamed, read, type Answer } from "../support/judge";
import { formOn, pressed, type FormValues } from "../support/page-forms";
import { sessionOf } from "../support/sessions";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

/** What sending the form of `page` that holds this takes, as it is now. */
async function formOf(visitor: Visitor, page: string, holding: string): Promise<(values?: FormValues) => Promise<Answer>> {
  const form = await formOn(visitor, page, holding);
  return (values = {}) => read(visitor.post(form.path, { ...pressed(form), ...values }));
}

function isToldWhy({ status, elements }: Answer, what: string): void {
  expect([404, 409], what).toContain(status);
  expect(isNamed(elements), `${what}: it is told why`).toBe(true);
}

test("what a member cancels: a deposit and a booking", async ({ visitor }) => {
  const member = await visitor();
  await member.join("Zwilling");
  const method = /href="(\/deposits\/new\/[0-9a-f-]{36})"/.exec(await member.page("/deposits/new"))?.[1] ?? "";
  const made = await member.post(method, { ...hiddenOf(formWith(await member.page(method), 'name="amount"')), intent: "confirm", amount: "80.00", transaction_reference: `TWO-${letters()}` });
  expect(made.status()).toBe(302);
  for (const page of [(made.headers().location ?? "").replace(/\?.*/, ""), await book(member)]) {
    const cancel = await formOf(member, page, "intent=cancel");
    expect((await cancel()).status, page).toBe(302);
    isToldWhy(await cancel({ key: crypto.randomUUID() }), page);
  }
});

test("what staff withdraw: an announcement", async ({ visitor }) => {
  const operations = await visitor(sessionOf("operations"));
  const texts = { title_en: `Two windows ${letters()}`, body_en: "Once.", audience: "all" };
  const made = await operations.post("/admin/announcements/new", { ...hiddenOf(formWith(await operations.page("/admin/announcements/new"), 'name="title_en"')), ...texts });
  expect(made.status()).toBe(302);
  const announcement = (made.headers().location ?? "").replace(/\?.*/, "");
  await (await formOf(operations, announcement, "intent=publish"))();
  const save = await formOf(operations, announcement, "intent=save");
  expect((await (await formOf(operations, announcement, "intent=withdraw"))()).status).toBe(302);
  isToldWhy(await save({ ...texts, body_en: "Twice.", from_on: "", until_on: "" }), "a text of what was withdrawn meanwhile");
});

test("what staff take out of an import", async ({ visitor }) => {
  const admin = await visitor(sessionOf("admin"));
  const draft = (await beginImport(admin)).replace(/\?.*/, "");
  const [remove, submit] = [await formOf(admin, draft, "intent=remove"), await formOf(admin, draft, "intent=submit")];
  expect((await remove()).status).toBe(302);
  isToldWhy(await remove({ key: crypto.randomUUID() }), "a file that is not there any more");
  isToldWhy(await submit(), "an import without a file");
});
