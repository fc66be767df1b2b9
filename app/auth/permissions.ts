/** Permissions, for showing and hiding only: what somebody may do is decided by each desk function. */
export const permissions = [
  "bookings.read",
  "bookings.refund",
  "bookings.write",
  "claims.read",
  "claims.write",
  "documents.read",
  "documents.write",
  "findings.clear",
  "findings.read",
  "journals.read",
  "kyc.read",
  "kyc.reveal",
  "kyc.review",
  "members.note",
  "members.read",
  "members.recover",
  "members.suspend",
  "members.view_as",
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
  "requests.decide",
  "requests.read",
  "roles.read",
  "roles.write",
  "settings.read",
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
