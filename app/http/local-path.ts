/** A path on this site to come back to, or `fallback`: `//host`, `/\host` and addresses with a scheme would leave it. */
export function localPath(value: unknown, fallback = "/"): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value) || /[\u0000-\u001f\\]/.test(value)) return fallback;
  const url = new URL(value, "http://local.invalid");
  return url.host === "local.invalid" ? `${url.pathname}${url.search}` : fallback;
}
