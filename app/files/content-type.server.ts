/** What a file really is, from its first bytes: neither its name nor what the browser says about it counts. */

export const proofTypes = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg" } as const;
export type ProofType = keyof typeof proofTypes;

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

const signatures: { type: ProofType; bytes: number[] }[] = [
  { type: "application/pdf", bytes: ascii("%PDF-") },
  // The signature and the header chunk that must follow it.
  { type: "image/png", bytes: [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a, 0, 0, 0, 13, ...ascii("IHDR")] },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
];

/** The type of a PDF, PNG or JPEG; null for everything else, such as HTML or SVG under a picture's name. */
export function contentType(bytes: Uint8Array): ProofType | null {
  return signatures.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte))?.type ?? null;
}
