import type { ProblemCode } from "./problem-status";

/**
 * Which problem, at which field, a violated constraint is for the person who typed. Only those that a form can reach: two people
 * who take the same name at the same moment pass every check and meet at the constraint. Any other violation is our own fault.
 */
export const constraintProblems: Readonly<Record<string, { code: ProblemCode; field?: string; params?: Record<string, string> }>> = {
  member_emails_are_unique: { code: "email_taken", field: "email" },
  member_mobiles_are_unique: { code: "mobile_taken", field: "mobile" },
  member_mobile_is_e164: { code: "invalid_input", field: "mobile" },
  member_usernames_are_unique: { code: "username_taken", field: "username" },
  member_username_is_three_to_fifteen: { code: "invalid_input", field: "username" },
  member_first_name_is_one_to_eighty: { code: "invalid_input", field: "first_name" },
  member_last_name_is_at_most_eighty: { code: "invalid_input", field: "last_name" },
  tax_regime_is_known: { code: "invalid_input", field: "regime" },
  tax_scope_is_known: { code: "invalid_input", field: "scope" },
  tax_at_credit_counts_a_year: { code: "invalid_input", field: "scope" },
  tax_rate_is_a_percentage: { code: "invalid_input", field: "rate" },
  tax_rate_without_pan_is_a_percentage: { code: "invalid_input", field: "no_pan_rate" },
  tax_threshold_is_not_negative: { code: "invalid_input", field: "threshold" },
  tax_at_payout_has_no_threshold: { code: "invalid_input", field: "threshold" },
  tax_cap_is_positive: { code: "invalid_input", field: "cap" },
  a_tax_rule_ends_after_it_begins: { code: "invalid_input", field: "until_on" },

  nobody_refers_themselves: { code: "self_referral", field: "referral" },

  // Two posts of one browser at the same instant: the second asks again within the minute.
  one_live_challenge_per_email_purpose_and_browser: { code: "resend_too_soon" },

  transaction_references_are_used_once_per_method: { code: "reference_taken", field: "transaction_reference" },
  outgoing_transfers_are_recorded_once: { code: "reference_taken", field: "transaction_reference" },
  deposit_transaction_reference_is_bounded: { code: "invalid_input", field: "transaction_reference" },
  withdrawal_transaction_reference_is_bounded: { code: "invalid_input", field: "transaction_reference" },
  deposit_references_are_unique: { code: "reference_taken", field: "reference" },

  a_destination_stands_once_per_member: { code: "slot_taken", field: "address" },
  destination_label_is_one_to_sixty: { code: "invalid_input", field: "label" },
  destination_address_is_bounded: { code: "invalid_input", field: "address" },
  destination_account_name_is_bounded: { code: "invalid_input", field: "account_name" },
  destination_account_number_is_bounded: { code: "invalid_input", field: "account_number" },
  destination_ifsc_is_well_formed: { code: "invalid_input", field: "ifsc" },

  method_names_are_unique: { code: "reference_taken", field: "name" },
  method_name_is_one_to_eighty: { code: "invalid_input", field: "name" },
  method_address_is_bounded: { code: "invalid_input", field: "address" },
  method_instructions_are_bounded: { code: "invalid_input", field: "instructions" },
  method_minimum_is_positive: { code: "invalid_amount", field: "minimum" },

  file_is_pdf_png_or_jpeg: { code: "file_invalid", field: "file" },
  file_is_at_most_ten_megabytes: { code: "file_invalid", field: "file" },
  file_name_is_bounded: { code: "file_invalid", field: "file" },

  member_address_is_bounded: { code: "invalid_input", field: "address" },
  a_document_number_is_one_members: { code: "document_taken", field: "number" },

  plan_name_is_one_to_255: { code: "invalid_input", field: "name" },
  plan_rate_is_above_zero: { code: "invalid_input", field: "daily_rate" },
  plan_minimum_is_positive: { code: "invalid_amount", field: "minimum" },
  plan_maximum_is_not_below_minimum: { code: "invalid_amount", field: "maximum" },
  plan_duration_is_positive: { code: "invalid_input", field: "duration" },
  plan_unit_is_known: { code: "invalid_input", field: "unit" },
  plan_referral_rate_is_a_percentage: { code: "invalid_input", field: "referral_rate" },
  plan_description_is_bounded: { code: "invalid_input", field: "description" },
  plan_risk_text_is_bounded: { code: "invalid_input", field: "risk_text" },
  plan_versions_are_numbered_once: { code: "version_changed" },

  // The constraint knows no figure; `context` picks the sentence without one.
  account_available_is_never_negative: { code: "insufficient_available", field: "amount", params: { context: "plain" } },
  a_bank_line_matches_one_book_entry: { code: "already_matched" },
  a_book_entry_matches_one_bank_line: { code: "already_matched" },
  one_standing_sheet_per_account_and_day: { code: "already_open" },
  another_reason_says_which: { code: "note_required", field: "note" },
  one_open_request_per_subject: { code: "already_open" },
  one_person_decides_once: { code: "same_person" },
  a_rejection_says_why: { code: "note_required", field: "note" },
  request_note_is_bounded: { code: "invalid_input", field: "note" },
};
