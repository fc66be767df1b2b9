export const requestKinds = ["deposit", "withdrawal", "payout", "plan_activation", "treasury_funding", "treasury_return", "tax_deposit", "bank_transfer", "reconciliation", "milestone", "kyc", "recovery", "claim", "booking_payment", "booking_cancel", "compensation_activation"] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = ["pending", "approved", "rejected", "cancelled", "expired"] as const;
