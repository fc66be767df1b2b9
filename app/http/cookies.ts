/** The value of one cookie in a Cookie header as it stands there, or undefined. Unsigned preferences only (theme, language); sessions have their own module. */
export function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
