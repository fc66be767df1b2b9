import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";

import sharp from "sharp";
import { expect, test } from "vitest";

import { contentType } from "./content-type.server";
import { cleanFileName } from "./file-name.server";
import { localStore } from "./local-store.server";
import { mostBytes, readUpload } from "./read-upload.server";
import { drawSquare } from "./reencode.server";

const png = new Uint8Array(await sharp({ create: { width: 3, height: 2, channels: 3, background: "#123456" } }).png().toBuffer());
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
  expect(refused).toBe(null);
  expect(upload).toMatchObject({ name: "a b.png", type: "image/png" });
});

test("no file is no fault", async () => {
  expect(await readUpload(formRequest(new File([], "")), "proof")).toMatchObject({ upload: null, refused: null });
  expect(await readUpload(formRequest(null), "proof")).toMatchObject({ upload: null, refused: null });
});

const camera = { exif: { IFD0: { Make: "Canarycam", ImageDescription: "<script>canary</script>" } } };
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#808080" } });
const joined = (...parts: (Uint8Array | string)[]) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
/** A picture of a hundred bytes that claims to be 30,000 pixels wide and high: header and checksum say so. */
const bomb = () => {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(30_000, 16);
  bytes.writeUInt32BE(30_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return new Uint8Array(bytes);
};

test.each([[1200, 800, 512], [300, 700, 300], [512, 512, 512]])("a photo of %i by %i is kept as a square of %i, without what the camera wrote", async (width, height, side) => {
  const drawn = await drawSquare(new Uint8Array(await picture(width, height).jpeg().withExif(camera.exif).toBuffer()));
  expect(await sharp(drawn ?? undefined).metadata()).toMatchObject({ format: "jpeg", width: side, height: side });
  expect(Buffer.from(drawn ?? []).toString("latin1")).not.toMatch(/Canarycam|Exif/);
});

test("what is no picture is no photo", async () => {
  expect(await drawSquare(png.slice(0, 40))).toBeNull();
});

test.each([
  ["an empty file", "file_empty", () => new File([], "empty.pdf", { type: "application/pdf" })],
  ["HTML that calls itself a picture", "file_invalid", () => new File(["<script>1</script>"], "x.png", { type: "image/png" })],
  ["an SVG", "file_invalid", () => new File(["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"], "x.svg", { type: "image/svg+xml" })],
  ["a file above ten megabytes", "file_large", () => new File([new Uint8Array(mostBytes + 1).fill(0).map((_, index) => pdf[index] ?? 0)], "big.pdf")],
  ["a file of thirteen megabytes", "file_large", () => new File([new Uint8Array(13 * 1024 * 1024)], "big.pdf")],
  ["the beginning of a picture and nothing behind it", "file_damaged", () => new File([png.slice(0, 40)], "cut.png")],
  ["a JPEG whose second half is missing", "file_damaged", async () => new File([(await picture(400, 400).jpeg().toBuffer()).subarray(0, 900)], "cut.jpg")],
  ["a small picture with too many pixels", "file_pixels", () => new File([bomb()], "bomb.png")],
  ["a PDF without its end", "file_damaged", () => new File(["%PDF-1.7\n1 0 obj"], "cut.pdf")],
  ["a PDF that runs a script", "file_active", () => new File(["%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj\n%%EOF\n"], "script.pdf")],
  ["a PDF that starts a program", "file_active", () => new File(["%PDF-1.7\n<< /S /Launch /F (cmd.exe) >>\n%%EOF"], "launch.pdf")],
])("%s is refused with its reason, and what was typed is kept", async (_name, fault, file) => {
  const { form, upload, refused } = await readUpload(formRequest(await file()), "proof");
  expect({ upload, refused }).toEqual({ upload: null, refused: fault });
  // A body that is cut off for its size is not read to the end.
  if (fault !== "file_large") expect(form.get("amount")).toBe("100.00");
});

test.each(["png", "jpeg"] as const)("a %s is drawn again: no words of the camera, nothing behind the picture, turned upright", async (format) => {
  const taken = await picture(40, 20).withMetadata({ ...camera, orientation: 6 })[format]().toBuffer();
  const sent = joined(new Uint8Array(taken), "<script>alert('canary')</script>PK\u0003\u0004");
  expect(Buffer.from(sent).includes("anary")).toBe(true);
  const { upload } = await readUpload(formRequest(new File([sent], "photo.html", { type: "text/html" })), "proof");
  const kept = Buffer.from(upload?.bytes ?? []);
  expect(kept.includes("anary")).toBe(false);
  expect(kept.includes("Exif")).toBe(false);
  expect(contentType(kept)).toBe(`image/${format}`);
  expect(upload?.name).toBe(`photo.${format === "png" ? "png" : "jpg"}`);
  expect(await sharp(kept).metadata()).toMatchObject({ format, width: 20, height: 40 });
});

test("a large picture is kept in a size that can be read", async () => {
  const { upload } = await readUpload(formRequest(new File([await picture(3600, 2400).jpeg().toBuffer()], "large.jpg")), "proof");
  expect(await sharp(upload?.bytes).metadata()).toMatchObject({ width: 3000, height: 2000 });
});

test("a body that is not multipart at all is refused, not thrown", async () => {
  const broken = new Request("http://local.invalid/", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "nonsense" });
  expect(await readUpload(broken, "proof")).toMatchObject({ upload: null, refused: "file_invalid" });
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
