/** Kinds of journals (spec 2.3), as the database names them. */
export const journalKinds = [
  "deposit", "investment", "accrual", "maturity", "bonus", "referral", "milestone", "pair", "emi_payment", "booking_payment", "booking_refund", "payout", "payout_settlement", "payout_return",
  "tax", "tax_payment", "withdrawal", "withdrawal_settlement", "withdrawal_return", "fee", "sweep", "treasury_funding", "treasury_return", "deployment", "deployment_result", "bank_transfer",
  "own_transfer", "suspense", "clawback_recovery", "membership", "refund", "opening", "adjustment", "reversal",
] as const;

/** Kinds that staff may write by hand; what each may touch the database says (desk.manual_lines). */
export const manualKinds = ["adjustment", "suspense", "deployment", "deployment_result"] as const;

/** How many lines the form offers. */
export const manualLines = [1, 2, 3, 4, 5, 6] as const;

export const operatorAccounts = ["bank:operator", "equity:operator", "income:fees", "income:memberships", "suspense", "deployed_capital"] as const;
export const walletAccounts = ["DEPOSIT", "INTEREST", "EARNINGS"] as const;
