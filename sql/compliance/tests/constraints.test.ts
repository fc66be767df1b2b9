/** A good row of each table of compliance is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["compliance.kyc", "state = 'rejected', reason = null", "a_rejected_kyc_says_why"],
  ["compliance.kyc", "state = 'rejected', reason = ' '", "a_rejected_kyc_says_why"],
  ["compliance.kyc", "submitted_at = null", "a_kyc_on_its_way_says_since_when"],
  ["compliance.kyc", "state = 'in_review', reviewer_id = null", "a_kyc_in_review_names_its_reviewer"],
  ["compliance.kyc", "state = 'in_review', review_at = null", "a_kyc_in_review_names_its_reviewer"],
  ["compliance.kyc", "decided_at = null", "a_decided_kyc_says_when"],
  ["compliance.kyc", "reason = repeat('x', 1001)", "kyc_reason_is_bounded"],
  ["compliance.kyc", "state = 'lost'", "kyc_state_is_known"],
  ["compliance.kyc", "renewal = 'lost', renewal_submitted_at = now()", "kyc_renewal_is_known"],
  ["compliance.kyc", "state = 'draft', renewal = 'submitted', renewal_submitted_at = now()", "only_a_check_that_was_approved_is_renewed"],
  ["compliance.kyc", "renewal = 'submitted'", "a_kyc_renewal_says_since_when"],
  ["compliance.kyc", "renewal_submitted_at = now()", "a_kyc_renewal_says_since_when"],
  ["compliance.kyc", "renewal = 'in_review', renewal_submitted_at = now(), renewal_reviewer_id = null", "a_kyc_renewal_in_review_names_its_reviewer"],
  ["compliance.kyc", "renewal = 'in_review', renewal_submitted_at = now(), renewal_review_at = null", "a_kyc_renewal_in_review_names_its_reviewer"],
  ["compliance.documents", "kind = 'aadhaar'", "an_aadhaar_is_never_kept_whole"],
  ["compliance.documents", "number_sealed = null, number_index = null", "an_aadhaar_is_never_kept_whole"],
  ["compliance.documents", "number_index = null", "an_aadhaar_is_never_kept_whole"],
  ["compliance.documents", "kind = 'passport', expires_on = null", "a_passport_says_when_it_ends"],
  ["compliance.documents", "bytes = 0", "document_is_at_most_ten_megabytes"],
  ["compliance.documents", "bytes = 10485761", "document_is_at_most_ten_megabytes"],
  ["compliance.documents", "file_name = ''", "document_file_name_is_bounded"],
  ["compliance.documents", "sha256 = '\\x00'", "document_hash_is_sha256"],
  ["compliance.documents", "kind = 'bank', ifsc = 'ABCD'", "document_ifsc_is_well_formed"],
  ["compliance.documents", "number_index = '\\x00'", "document_index_is_a_sha256_mac"],
  ["compliance.documents", "mime = 'image/svg+xml'", "document_is_pdf_png_or_jpeg"],
  ["compliance.documents", "kind = 'licence'", "document_kind_is_known"],
  ["compliance.documents", "number_sealed = 'ABCPE1234F'", "document_number_is_sealed"],
  ["compliance.documents", "number_last4 = 'ABCPE1234F'", "document_number_is_shown_as_its_last_four"],
  ["compliance.documents", "ifsc = 'ABCD0123456'", "only_a_bank_document_has_an_ifsc"],
  ["compliance.nominees", "guardian = ''", "nominee_guardian_is_one_to_a_hundred_and_twenty"],
  ["compliance.nominees", "name = ''", "nominee_name_is_one_to_a_hundred_and_twenty"],
  ["compliance.nominees", "relation = 'friend'", "nominee_relation_is_known"],
  ["compliance.nominees", "share = 0", "nominee_share_is_part_of_the_whole"],
  ["compliance.nominees", "share = 10001", "nominee_share_is_part_of_the_whole"],
  ["compliance.claims", "reported_by = ''", "claim_reporter_is_one_to_two_hundred"],
  ["compliance.claims", "note = ''", "claim_note_is_one_to_a_thousand"],
  ["compliance.claims", "note = repeat('x', 1001)", "claim_note_is_one_to_a_thousand"],
  ["compliance.claims", "reason = repeat('x', 1001)", "claim_reason_is_bounded"],
  ["compliance.claims", "status_before = 'closed'", "claimed_account_was_open"],
  ["compliance.claims", "state = 'lost'", "claim_state_is_known"],
  ["compliance.claims", "state = 'settled'", "a_claim_that_ended_says_when"],
  ["compliance.claims", "ended_at = now()", "a_claim_that_ended_says_when"],
  ["compliance.claim_nominees", "name = ''", "claim_nominee_name_is_one_to_a_hundred_and_twenty"],
  ["compliance.claim_nominees", "relation = 'friend'", "claim_nominee_relation_is_known"],
  ["compliance.claim_nominees", "share = 0", "claim_share_is_part_of_the_whole"],
  ["compliance.claim_nominees", "share = 10001", "claim_share_is_part_of_the_whole"],
  ["compliance.claim_nominees", "guardian = ''", "claim_guardian_is_one_to_a_hundred_and_twenty"],
  ["compliance.claim_files", "name = ''", "claim_file_name_is_bounded"],
  ["compliance.claim_files", "mime = 'text/html'", "claim_file_is_pdf_png_or_jpeg"],
  ["compliance.claim_files", "bytes = 0", "claim_file_is_at_most_ten_megabytes"],
  ["compliance.claim_files", "sha256 = '\\x00'", "claim_file_hash_is_sha256"],
  ["compliance.papers", "kind = 'song'", "paper_kind_is_known"],
  ["compliance.papers", "title = ''", "paper_title_is_one_to_a_hundred_and_sixty"],
  ["compliance.papers", "issuer = ''", "paper_issuer_is_one_to_a_hundred_and_sixty"],
  ["compliance.paper_versions", "no = 0", "paper_version_counts_from_one"],
  ["compliance.paper_versions", "valid_until = '2027-01-04'", "a_paper_ends_after_it_begins"],
  ["compliance.paper_versions", "name = ''", "paper_file_name_is_bounded"],
  ["compliance.paper_versions", "mime = 'text/html'", "paper_file_is_pdf_png_or_jpeg"],
  ["compliance.paper_versions", "bytes = 0", "paper_file_is_at_most_ten_megabytes"],
  ["compliance.paper_versions", "sha256 = '\\x00'", "paper_file_hash_is_sha256"],
];

test("every check of compliance refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("compliance", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
