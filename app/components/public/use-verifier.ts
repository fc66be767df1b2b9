import { useState } from "react";

import type { Verified } from "*/verify-proof.mjs";

/** Not in our bundle: the browser loads the very file that people can keep and read. */
const verifier = "/verify-proof.mjs";

/** A proof is a few kilobytes; what is larger than this is another file. */
const mostBytes = 1_000_000;

export type Verdict = "nothing" | "noFile" | "tooLarge" | "unsafe" | "failed" | Verified;

/** Reads the file and verifies it here, in the browser: nothing is sent. */
async function verify(file: File | null, published: string): Promise<Verdict> {
  if (file === null || file.size === 0) return "noFile";
  if (file.size > mostBytes) return "tooLarge";
  // Browsers have no WebCrypto on a page that came without TLS.
  if (!window.isSecureContext) return "unsafe";
  try {
    const { verifyProof } = (await import(verifier)) as typeof import("*/verify-proof.mjs");
    return await verifyProof(await file.text(), published);
  } catch {
    return "failed";
  }
}

export function useVerifier(): { verdict: Verdict; check: (form: FormData) => void } {
  const [verdict, setVerdict] = useState<Verdict>("nothing");
  return {
    verdict,
    check: (form) => {
      const [file, published] = [form.get("proof"), form.get("root")];
      void verify(file instanceof File ? file : null, typeof published === "string" ? published : "").then(setVerdict);
    },
  };
}
