/** A good row of each table of funding is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["funding.deposits", "journal_id = null", "an_approved_deposit_names_its_journal"],
  ["funding.deposits", "received = null", "an_approved_deposit_names_its_journal"],
  ["funding.deposits", "amount = 0", "deposit_amount_is_positive"],
  ["funding.deposits", "received = 0", "deposit_received_is_positive"],
  ["funding.deposits", "state = 'lost', journal_id = null, received = null", "deposit_state_is_known"],
  ["funding.deposits", "transaction_reference = ''", "deposit_transaction_reference_is_bounded"],
  ["funding.destinations", "account_number = null", "a_destination_is_a_bank_account_or_an_address"],
  ["funding.destinations", "type = 'BTC'", "a_destination_is_a_bank_account_or_an_address"],
  ["funding.destinations", "account_name = ''", "destination_account_name_is_bounded"],
  ["funding.destinations", "account_number = '12'", "destination_account_number_is_bounded"],
  ["funding.destinations", "type = 'BTC', account_number = null, ifsc = null, address = 'short'", "destination_address_is_bounded"],
  ["funding.destinations", "cancel_hash = '\\x00'", "cancel_hash_is_sha256"],
  ["funding.destinations", "ifsc = 'ABCD'", "destination_ifsc_is_well_formed"],
  ["funding.destinations", "label = ''", "destination_label_is_one_to_sixty"],
  ["funding.destinations", "type = 'XRP', account_number = null, ifsc = null, address = repeat('x', 30)", "destination_type_is_known"],
  ["funding.files", "sha256 = '\\x00'", "file_hash_is_sha256"],
  ["funding.files", "bytes = 0", "file_is_at_most_ten_megabytes"],
  ["funding.files", "bytes = 10485761", "file_is_at_most_ten_megabytes"],
  ["funding.files", "mime = 'image/svg+xml'", "file_is_pdf_png_or_jpeg"],
  ["funding.files", "name = ''", "file_name_is_bounded"],
  ["funding.methods", "address = 'x'", "a_bank_has_no_address_and_a_chain_has_one"],
  ["funding.methods", "type = 'BTC'", "a_bank_has_no_address_and_a_chain_has_one"],
  ["funding.methods", "type = 'BTC', address = repeat('x', 129)", "method_address_is_bounded"],
  ["funding.methods", "instructions = repeat('x', 2001)", "method_instructions_are_bounded"],
  ["funding.methods", "minimum = 0", "method_minimum_is_positive"],
  ["funding.methods", "name = ''", "method_name_is_one_to_eighty"],
  ["funding.methods", "type = 'XRP', address = 'x'", "method_type_is_known"],
  ["funding.withdrawals", "method_id = null", "a_sent_withdrawal_names_its_transfer"],
  ["funding.withdrawals", "transaction_reference = null", "a_sent_withdrawal_names_its_transfer"],
  ["funding.withdrawals", "sent_at = null", "a_sent_withdrawal_names_its_transfer"],
  ["funding.withdrawals", "amount = 0", "withdrawal_amount_is_positive"],
  ["funding.withdrawals", "fee = -1", "withdrawal_fee_is_not_negative"],
  ["funding.withdrawals", "state = 'lost'", "withdrawal_state_is_known"],
  ["funding.withdrawals", "transaction_reference = ''", "withdrawal_transaction_reference_is_bounded"],
];

test("every check of funding refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("funding", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
