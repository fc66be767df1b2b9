/** A good row of each table of audit is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["audit.breaker", "singleton = false", "there_is_one_breaker"],
  ["audit.findings", "cleared_at = now(), cleared_by = null, note = 'seen'", "a_cleared_finding_says_by_whom_and_why"],
  ["audit.findings", "cleared_at = now(), cleared_by = 903, note = null", "a_cleared_finding_says_by_whom_and_why"],
  ["audit.findings", "cleared_at = null", "a_cleared_finding_says_by_whom_and_why"],
  ["audit.findings", "cleared_at = now(), cleared_by = 903, note = ' '", "clearing_note_is_one_to_a_thousand"],
  ["audit.findings", "cleared_at = now(), cleared_by = 903, note = repeat('x', 1001)", "clearing_note_is_one_to_a_thousand"],
  ["audit.findings", "form = 'some'", "finding_form_is_known"],
  ["audit.log", "before_hash = '\\x01'", "log_hashes_are_sha256"],
  ["audit.log", "after_hash = '\\x01'", "log_hashes_are_sha256"],
  ["audit.seal_secrets", "secret = '\\x01'", "log_seal_secrets_are_long"],
  ["audit.seals", "entries = 0", "a_log_seal_holds_entries"],
  ["audit.seals", "id = 0", "log_seals_are_numbered_from_one"],
  ["audit.seals", "root = '\\x01'", "log_seal_roots_are_sha256"],
  ["audit.seals", "previous_root = '\\x01'", "log_seal_roots_are_sha256"],
  ["audit.seals", "entries_hash = '\\x01'", "log_seal_roots_are_sha256"],
  ["audit.watch_runs", "domain = null", "only_a_full_run_is_of_one_domain"],
  ["audit.watch_runs", "form = 'some', domain = null", "watch_form_is_known"],
];

test("every check of audit refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("audit", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
