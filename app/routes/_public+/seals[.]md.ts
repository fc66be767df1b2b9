import { readFile } from "node:fs/promises";

/** What is sealed, byte by byte: the document that lets a stranger write a verifier, as this release has it. */
export async function loader() {
  return new Response(await readFile("docs/seals.md", "utf8"), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" },
  });
}
