/** Reads the fields of a post. What a browser would never send is left out or refused here, before any action looks at it. */
import { data } from "@remix-run/node";

/** The names of our fields. The form library reads more into others: brackets and dots build objects, `__state__` is parsed. */
const plainName = /^[a-z][a-z0-9_]*$/;

/**
 * What rows, mails and PDFs cannot all hold: control characters, halves of surrogate pairs, and the mark that stands where bytes
 * were no text. Tabs and line breaks are text.
 */
const unreadable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffd-\uffff]/u;

/** Throws an answer (400) when the body is no form at all, or breaks off. */
export async function readBody(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw data({ refusal: "malformed" }, { status: 400 });
  }
}

export function plainFields(form: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of form) if (plainName.test(name)) plain.append(name, value);
  return plain;
}

export function unreadableFields(form: FormData): string[] {
  return [...new Set([...form].flatMap(([name, value]) => (typeof value === "string" && unreadable.test(value) ? [name] : [])))];
}
