/** Messages against mistakes and strangers: what is no file, what looks like markup, what is sent twice, and who has no business here. */
import { notFiles, smallPng } from "../support/files";
import { formWith, hiddenOf, mainOf, textOf } from "../support/forms";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

const form = async (member: Visitor) => ({ ...hiddenOf(formWith(await member.page("/messages/new"), 'name="body"')), kind: "question" });
const idsIn = (html: string) => new Set(html.match(/\/messages\/[0-9a-f]{8}-[0-9a-f-]{27}/g));

test("what is no PDF, PNG or JPEG is refused at its field, and nothing is sent", async ({ visitor }) => {
  const member = await visitor();
  await member.join("Fay");
  for (const [what, file] of Object.entries(notFiles)) {
    const answer = await member.send("/messages/new", { ...(await form(member)), subject: "With a file", body: "See it", file });
    expect(answer.status(), what).toBe(422);
    const html = await answer.text();
    expect(html, what).toMatch(/id="[^"]*-file-error"/);
    expect(html, what).toContain('value="With a file"');
  }
  expect(idsIn(await member.page("/messages")).size).toBe(0);
});

const odd = [
  "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'; drop table messaging.messages; --", "${7*7} {{7*7}} <%= 7*7 %>", "javascript:alert(1)", "Ω≈ç√ 田中さん 👩‍👩‍👧 ‮txet", "%s%n%x", "../../etc/passwd", "&lt;b&gt;", "__proto__",
];

test("what looks like markup or commands is kept and shown as text", async ({ visitor }) => {
  test.setTimeout(120_000);
  const member = await visitor();
  await member.join("Odette");
  const staff = await visitor("operations-2");
  for (const text of odd) {
    const sent = await member.send("/messages/new", { ...(await form(member)), subject: text, body: `${text}\n${text}` });
    expect(sent.status(), text).toBe(302);
    const path = (sent.headers().location ?? "").replace("?new=1", "");
    for (const [who, address] of [[member, path], [staff, `/admin${path}`]] as const) {
      const html = mainOf(await who.page(address));
      expect(textOf(html), text).toContain(text.replace(/\s+/g, " "));
      expect(html, text).not.toMatch(/<script>alert|<img src=x/);
    }
  }
});

test("the same message sent twice at once, and once more, is one message with one file", async ({ visitor }) => {
  const member = await visitor();
  await member.join("Twyla");
  const sent = { ...(await form(member)), subject: "Twice", body: "Once", file: { name: "a.png", mimeType: "image/png", buffer: smallPng } };
  const answers = await Promise.all([member.send("/messages/new", sent), member.send("/messages/new", sent)]);
  answers.push(await member.send("/messages/new", sent));
  expect(new Set(answers.map((answer) => `${answer.status()} ${answer.headers().location ?? ""}`)).size).toBe(1);
  const [path] = idsIn(await member.page("/messages"));
  const files = new Set((await member.page(path ?? "")).match(/\/messages\/files\/[0-9a-f-]{36}/g));
  expect(files.size).toBe(1);
  expect((await member.get([...files][0] ?? "")).status()).toBe(200);
});

test("nobody, another member and staff without the permission are refused everything", async ({ visitor }) => {
  const staff = await visitor("operations-2");
  const thread = [...idsIn(await staff.page("/admin/messages?kind=grievance&state=open"))][0]?.replace("/messages/", "") ?? "";
  const file = /\/admin\/messages\/files\/[0-9a-f-]{36}/.exec(await staff.page(`/admin/messages/${thread}`))?.[0] ?? "";
  expect(file).not.toBe("");
  const own = ["/messages", "/messages/new", "/notifications"];
  const desk = ["/admin/messages?state=open", `/admin/messages/${thread}`, "/admin/grievances", file];
  const guest = await visitor();
  for (const address of [...own, ...desk]) expect((await guest.get(address)).status(), address).toBe(302);
  const lena = await visitor("lena");
  for (const address of [...desk, `/messages/${thread}`, file.replace("/admin", "")]) expect([302, 403, 404], `${address} as another member`).toContain((await lena.get(address)).status());
  const finance = await visitor("finance2");
  for (const address of desk) expect((await finance.get(address)).status(), `${address} as finance`).toBe(403);
  const intents: Record<string, string>[] = [{ intent: "acknowledge" }, { intent: "reopen" }, { intent: "assign", to: "" }, { intent: "write", body: "x", key: crypto.randomUUID() }, { intent: "close", resolution: "x", key: crypto.randomUUID() }];
  for (const intent of intents) {
    expect((await finance.post(`/admin/messages/${thread}`, intent)).status(), intent.intent).toBe(403);
    expect((await (await visitor("admin")).post(`/admin/messages/${thread}`, intent)).status(), `${intent.intent} as administrator`).toBe(403);
  }
});
