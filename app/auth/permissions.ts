/** Permissions, for showing and hiding only: what somebody may do is decided by each desk function. */
export const permissions = [
  "audit.read",
  "bookings.read",
  "bookings.refund",
  "bookings.write",
  "claims.read",
  "claims.write",
  "documents.read",
  "documents.write",
  "findings.clear",
  "findings.read",
  "jobs.read",
  "jobs.write",
  "journals.read",
  "journals.write",
  "kyc.read",
  "kyc.reveal",
  "kyc.review",
  "members.read",
  "members.recover",
  "messages.read",
  "messages.write",
  "methods.read",
  "methods.write",
  "milestones.read",
  "milestones.write",
  "network.write",
  "payouts.read",
  "payouts.reverse",
  "payouts.send",
  "plans.read",
  "plans.write",
  "reconciliation.read",
  "reconciliation.write",
  "reports.read",
  "requests.decide",
  "requests.read",
  "roles.write",
  "settings.write",
  "tax.write",
  "treasury.read",
  "treasury.write",
  "withdrawals.read",
  "withdrawals.send",
] as const;

export type Permission = (typeof permissions)[number];

/** `held` is what `staff_frame` answered. */
export function may(held: readonly string[], permission: Permission): boolean {
  return held.includes(permission);
}
