import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { expect, test } from "vitest";

import { contentType } from "./content-type.server";
import { cleanFileName } from "./file-name.server";
import { localStore } from "./local-store.server";
import { mostBytes, readUpload } from "./read-upload.server";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]);
const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

test("a PDF, a PNG and a JPEG are known by their first bytes", () => {
  expect([pdf, png, jpeg].map(contentType)).toEqual(["application/pdf", "image/png", "image/jpeg"]);
});

test.each(["<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "MZ", "PK\u0003\u0004", "", "%PD", " %PDF-1.7"])(
  "%j is nothing we take",
  (text) => expect(contentType(new TextEncoder().encode(text))).toBeNull(),
);

test.each([
  ["receipt.pdf", "receipt.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\Users\\ann\\Überweisung März.PDF", "Überweisung März.pdf"],
  ["invoice\u202Efdp.exe", "invoicefdp.pdf"],
  ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"],
  ["", "proof.pdf"],
  ["...", "proof.pdf"],
  ["\u0000.pdf", "proof.pdf"],
  ["रसीद.pdf", "रसीद.pdf"],
])("%j is kept as %j", (sent, kept) => expect(cleanFileName(sent, "application/pdf")).toBe(kept));

test("a name of any length fits the column", () => {
  expect([...cleanFileName("x".repeat(5000), "image/png")].length).toBeLessThanOrEqual(200);
});

function formRequest(file: File | null): Request {
  const form = new FormData();
  form.set("amount", "100.00");
  if (file) form.set("proof", file);
  return new Request("http://local.invalid/", { method: "POST", body: form });
}

test("what was typed and the file arrive", async () => {
  const { form, upload, refused } = await readUpload(formRequest(new File([png], "a b.png", { type: "text/html" })), "proof");
  expect(form.get("amount")).toBe("100.00");
  expect(refused).toBe(false);
  expect(upload).toMatchObject({ name: "a b.png", type: "image/png", bytes: png });
});

test("no file is no fault", async () => {
  expect(await readUpload(formRequest(new File([], "")), "proof")).toMatchObject({ upload: null, refused: false });
  expect(await readUpload(formRequest(null), "proof")).toMatchObject({ upload: null, refused: false });
});

test.each([
  ["an empty file", new File([], "empty.pdf", { type: "application/pdf" })],
  ["HTML that calls itself a picture", new File(["<script>1</script>"], "x.png", { type: "image/png" })],
  ["a file above ten megabytes", new File([new Uint8Array(mostBytes + 1).fill(0).map((_, index) => pdf[index] ?? 0)], "big.pdf")],
])("%s is refused and what was typed is kept", async (_name, file) => {
  const { form, upload, refused } = await readUpload(formRequest(file), "proof");
  expect({ upload, refused, amount: form.get("amount") }).toEqual({ upload: null, refused: true, amount: "100.00" });
});

test("a body that is not multipart at all is refused, not thrown", async () => {
  const broken = new Request("http://local.invalid/", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "nonsense" });
  expect(await readUpload(broken, "proof")).toMatchObject({ upload: null, refused: true });
});

test("the store writes under ids only, once, and forgets on demand", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "member-store-"));
  try {
    const store = localStore(folder);
    const id = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0042";
    await store.put(id, pdf);
    expect(new Uint8Array((await store.get(id)) ?? [])).toEqual(pdf);
    expect(await readdir(path.join(folder, "42"))).toEqual([id]);
    await expect(store.put("../escape", pdf)).rejects.toThrow("uuid");
    await expect(store.get("../../etc/passwd")).rejects.toThrow("uuid");
    await store.remove(id);
    expect(await store.get(id)).toBeNull();
  } finally {
    await rm(folder, { recursive: true });
  }
});
