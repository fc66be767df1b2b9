/** A PDF cannot be drawn again, so it is looked at: it has to be whole, and must neither run, start nor carry something. */

const active = /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia)[\s/(<>[\]]/;
const tail = 2048;

export function pdfFault(bytes: Uint8Array): "file_damaged" | "file_active" | null {
  // Byte by byte the same text: names in a PDF are ASCII.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.slice(-tail).includes("%%EOF")) return "file_damaged";
  return active.test(text) ? "file_active" : null;
}
