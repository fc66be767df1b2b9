/** Why an item may stand on one side only; the database knows the same words (`explanation_reason_is_known`). */
export const explanations = ["bank_fee", "interest", "timing", "unidentified", "bank_error", "other"] as const;
