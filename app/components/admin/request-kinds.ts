export const requestKinds = ["deposit", "withdrawal", "payout", "plan_activation", "treasury_funding", "treasury_return", "bank_transfer", "sweep", "reconciliation", "milestone", "kyc", "recovery", "claim", "booking_payment", "booking_cancel", "compensation_activation", "manual_journal", "journal_reversal", "staff_role", "setting", "suspension", "tax_deposit", "company_import"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Kinds of which many are approved at once; the database says the same (desk.batch_kind). */
export const batchKinds = ["deposit", "withdrawal", "payout", "booking_payment", "milestone"] as const satisfies readonly RequestKind[];

export const requestStates = ["pending", "approved", "rejected", "cancelled", "expired"] as const;
