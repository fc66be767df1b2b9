/** What the address says has just been done; said on the page of sign-in security. */
const said = ["removed", "email", "passkeyAdded", "passkeyRemoved", "reopened"] as const;
export type SecuritySaid = (typeof said)[number];

export function readSaid(search: URLSearchParams): SecuritySaid | null {
  return said.find((one) => one === search.get("said")) ?? null;
}
