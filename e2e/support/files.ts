/** Files that people attach, real ones and others. */

/** A real picture of one pixel. */
export const smallPng = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const named = (name: string, mimeType: string, content: string | Buffer) => ({ name, mimeType, buffer: Buffer.from(content) });

/** Files we do not take, under the names and types of files that we do. */
export const notFiles = {
  "empty": named("empty.pdf", "application/pdf", ""),
  "an SVG": named("picture.svg", "image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  "HTML under a picture's name": named("receipt.png", "image/png", "<!doctype html><script>alert(1)</script>"),
  "a program": named("receipt.pdf", "application/pdf", Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])),
  "a text": named("receipt.txt", "text/plain", "I have paid."),
};

/** A picture's beginning, and then more than there may be. */
export function largeFile(megabytes: number) {
  return { name: "large.png", mimeType: "image/png", buffer: Buffer.concat([smallPng, Buffer.alloc(Math.round(megabytes * 1024 * 1024))]) };
}
