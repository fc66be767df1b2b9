/** Files that are no documents: each is refused at its field with its reason, and nothing of it is kept or shown. */
import { crc32 } from "node:zlib";

import { largeFile, notFiles, smallPng } from "../support/files";
import { fieldOf, formWith, hiddenOf, textOf } from "../support/forms";
import { expect, test } from "../support/test";
import type { Visitor } from "../support/visitor";

const path = "/kyc/new?kind=passport";

/** A picture of seventy bytes that claims to be 40,000 pixels wide and high. */
function bomb(): Buffer {
  const bytes = Buffer.from(smallPng);
  bytes.writeUInt32BE(40_000, 16);
  bytes.writeUInt32BE(40_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}\n%%EOF\n`);
const refused: Record<string, { file: { name: string; mimeType: string; buffer: Buffer }; why: string }> = {
  ...Object.fromEntries(Object.entries(notFiles).map(([what, file]) => [what, { file, why: what === "empty" ? "This file is empty" : "This file cannot be used" }])),
  "a picture with too many pixels": { file: { name: "scan.png", mimeType: "image/png", buffer: bomb() }, why: "too many pixels" },
  "half a picture": { file: { name: "scan.png", mimeType: "image/png", buffer: smallPng.subarray(0, 40) }, why: "damaged or not whole" },
  "a PDF that runs a script": { file: { name: "scan.pdf", mimeType: "application/pdf", buffer: pdf("<< /S /JavaScript /JS (app.alert(1)) >>") }, why: "contains a script" },
  "a PDF without its end": { file: { name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj") }, why: "damaged or not whole" },
  "more than ten megabytes": { file: largeFile(10.5), why: "larger than 10 MB" },
};

const send = async (member: Visitor, file: { name: string; mimeType: string; buffer: Buffer }) => {
  const form = hiddenOf(formWith(await member.page(path), 'name="number"'));
  return member.send(path, { ...form, number: `Z${String(crypto.getRandomValues(new Uint32Array(1))[0]).padStart(7, "0").slice(0, 7)}`, expires_on: "2099-12-31", file });
};

test("what is no document is refused with its reason, and nothing is kept", async ({ visitor }) => {
  const member = await visitor();
  await member.join("Refa");
  for (const [what, { file, why }] of Object.entries(refused)) {
    const answer = await send(member, file);
    expect(answer.status(), what).toBe(422);
    const html = await answer.text();
    expect(textOf(html), what).toContain(why);
    expect(html, what).toMatch(/id="[^"]*-file-error"/);
    expect(fieldOf(html, "number").value, what).toMatch(/^Z\d{7}$/);
  }
  expect(await member.page("/kyc")).not.toContain("/resources/kyc-files/");
});

test("a picture with HTML behind it and an odd name is kept as a picture only, and saved, never shown", async ({ visitor }) => {
  const member = await visitor();
  await member.join("Poly");
  const polyglot = Buffer.concat([smallPng, Buffer.from("<script>alert('polyglot')</script>")]);
  expect((await send(member, { name: '../../"><img src=x onerror=alert(1)>.html', mimeType: "text/html", buffer: polyglot })).status()).toBe(302);
  const html = await member.page("/kyc");
  expect(html).not.toContain("<img src=x");
  const address = /\/resources\/kyc-files\/[0-9a-f-]{36}/.exec(html)?.[0] ?? "";
  const answer = await member.get(address);
  const headers = answer.headers();
  expect([answer.status(), headers["content-type"], headers["x-content-type-options"], headers["content-security-policy"]]).toEqual([200, "image/png", "nosniff", "sandbox; default-src 'none'"]);
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="[^"<>/\\]*\.png"/);
  expect((await answer.body()).includes("polyglot")).toBe(false);
  const [stranger, guest, staff] = [await visitor("bo"), await visitor(), await visitor("finance")];
  expect((await stranger.get(address)).status()).toBe(404);
  expect((await guest.get(address)).status()).toBe(302);
  expect([302, 403, 404]).toContain((await staff.get(address)).status());
  const id = address.split("/").at(-1) ?? "";
  for (const path of [`/admin/kyc/${id}`, `/admin/kyc/files/${id}`]) {
    expect([302, 403, 404], path).toContain((await member.get(path)).status());
    expect((await guest.get(path)).status(), path).toBe(302);
  }
});
