/** Refusals the server makes before, or instead of, a route. The words are in `common.errors`. */
export const refusals = {
  malformed: 400,
  crossSite: 403,
  forbidden: 403,
  missing: 404,
  method: 405,
  conflict: 409,
  large: 413,
  busy: 429,
  failed: 500,
  unavailable: 503,
} as const;

export type RefusalKind = keyof typeof refusals;

export function isRefusal(value: unknown): value is RefusalKind {
  return typeof value === "string" && value in refusals;
}

export function refusalForStatus(status: number): RefusalKind {
  if (status === 400) return "malformed";
  if (status === 429) return "busy";
  if (status === 503) return "unavailable";
  if (status === 404 || status === 410) return "missing";
  if (status === 403 || status === 401) return "forbidden";
  if (status === 409) return "conflict";
  if (status === 405) return "method";
  if (status === 413) return "large";
  return status >= 500 ? "failed" : "missing";
}
