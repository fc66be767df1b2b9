/**
 * HTTP status of every problem code. The codes that the database raises stand in core.problem_codes and a test holds the two
 * lists together; `internal` and `resend_too_soon` are the application's own.
 */
export const problemStatus = {
  signed_out: 401,
  not_permitted: 403,
  step_up_required: 403,
  authenticator_required: 403,
  kyc_required: 403,
  suspended: 403,
  same_person: 403,
  not_found: 404,
  already_decided: 409,
  already_matched: 409,
  already_open: 409,
  amount_differs: 409,
  authenticator_in_use: 409,
  account_not_empty: 409,
  destination_cooling: 409,
  document_taken: 409,
  email_taken: 409,
  key_reuse: 409,
  kyc_incomplete: 409,
  kyc_locked: 409,
  member_unverified: 409,
  recovery_unproven: 409,
  insufficient_funds: 409,
  method_short: 409,
  mobile_taken: 409,
  not_active: 409,
  not_reconciled: 409,
  outflow_stopped: 409,
  passkey_known: 409,
  payload_changed: 409,
  reference_taken: 409,
  slot_taken: 409,
  terms_changed: 409,
  too_many_passkeys: 409,
  treasury_short: 409,
  username_taken: 409,
  version_changed: 409,
  withdrawals_cooling: 409,
  above_maximum: 422,
  below_minimum: 422,
  currency_mismatch: 422,
  document_expired: 422,
  exceeds_outstanding: 422,
  file_invalid: 422,
  guardian_required: 422,
  insufficient_available: 422,
  invalid_amount: 422,
  invalid_input: 422,
  limit_reached: 422,
  not_reached: 422,
  note_required: 422,
  risk_not_accepted: 422,
  self_referral: 422,
  shares_not_whole: 422,
  under_age: 422,
  unknown_referral: 422,
  rate_limited: 429,
  resend_too_soon: 429,
  immutable: 500,
  internal: 500,
  unbalanced: 500,
  payouts_paused: 503,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;

/** Codes that only the application uses: returned by the database as an answer, or never known to it. */
export const ownCodes = ["internal", "resend_too_soon", "unavailable"] as const satisfies readonly ProblemCode[];

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === "string" && Object.hasOwn(problemStatus, value);
}
