/** Documents an identity check knows, in the order in which they are offered. */
export const documentKinds = ["pan", "aadhaar", "passport", "bank"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export function readDocumentKind(text: string | null): DocumentKind | null {
  return documentKinds.find((kind) => kind === text) ?? null;
}
