/** Files the compiler turns into addresses with a hash in them. */
declare module "*.css" {
  const href: string;
  export default href;
}
declare module "*.woff2" {
  const href: string;
  export default href;
}
declare module "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2" {
  const href: string;
  export default href;
}
/** Served as it is, so that a person can also keep it and run it without us. */
declare module "*/verify-proof.mjs" {
  export type ProofStep = { place: "format" | "line" | "line_level" | "journal" | "level" | "seal" | "published"; ok: boolean; level?: number; field?: string };
  export type Proof = {
    seal: { number: string; sealed_at: string; root: string };
    journal: { id: string; posted_at: string; value_on: string; kind: string };
    lines: { line: number; account: string; amount: string }[];
  };
  export type Verified = { ok: true; steps: ProofStep[]; proof: Proof } | { ok: false; steps: ProofStep[]; proof?: undefined };
  export function verifyProof(text: string, published?: string): Promise<Verified>;
}
