/**
 * What is wrong with one value, as a code and its figures. Conform carries messages as strings, so a fault travels as
 * `code` or `code {"minimum":"50.00"}` and becomes a sentence in the person's language only when it is shown.
 */
export type Fault = { code: string; params: Record<string, string> };

export function encodeFault(code: string, params: Record<string, unknown> = {}): string {
  return Object.keys(params).length === 0 ? code : `${code} ${JSON.stringify(params)}`;
}

export function decodeFault(text: string): Fault {
  const at = text.indexOf(" {");
  if (at < 0) return { code: text, params: {} };
  try {
    const params = JSON.parse(text.slice(at + 1)) as Record<string, unknown>;
    return { code: text.slice(0, at), params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) };
  } catch {
    return { code: text, params: {} };
  }
}
