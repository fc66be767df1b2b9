/** The checks of office: a good row of each table, spoilt in one way at a time, is refused by that check. */
import { expect, test } from "vitest";

import { goodId as id, notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const made = `where id = ${id(240)}`;
const spoilt: Spoilt[] = [
  ["office.exports", "report = 'profit'", "export_report_is_known"],
  ["office.exports", "filters = '[]'", "export_filters_are_an_object"],
  ["office.exports", "filters = jsonb_build_object('a', repeat('x', 1000))", "export_filters_are_an_object"],
  ["office.exports", "format = 'doc'", "export_format_is_known"],
  ["office.exports", `member_id = 901 where id = ${id(242)}`, "an_export_is_of_staff_or_of_a_member"],
  ["office.exports", `asked_by = null where id = ${id(242)}`, "an_export_is_of_staff_or_of_a_member"],
  ["office.exports", `report = 'my_data' where id = ${id(242)}`, "members_export_what_is_theirs"],
  ["office.exports", `report = 'days' where id = ${id(244)}`, "members_export_what_is_theirs"],
  ["office.exports", `format = 'json' where id = ${id(242)}`, "members_export_what_is_theirs"],
  ["office.exports", "report = 'audit_pack'", "a_pack_is_an_archive"],
  ["office.exports", "language = 'fr'", "export_language_is_known"],
  ["office.exports", `state = 'lost', ended_at = null, bytes = null, sha256 = null, expires_at = null ${made}`, "export_state_is_known"],
  ["office.exports", "attempts = -1", "export_attempts_are_not_negative"],
  ["office.exports", "done = 3", "no_more_rows_are_done_than_counted"],
  ["office.exports", "done = -1", "no_more_rows_are_done_than_counted"],
  ["office.exports", `begun_at = null ${made}`, "an_export_that_began_says_so"],
  ["office.exports", `state = 'waiting', ended_at = null, bytes = null, sha256 = null, expires_at = null ${made}`, "an_export_that_began_says_so"],
  ["office.exports", `ended_at = null ${made}`, "an_export_that_ended_says_when"],
  ["office.exports", `expires_at = null ${made}`, "a_finished_export_has_its_file"],
  ["office.exports", `file_id = null ${made}`, "a_finished_export_has_its_file"],
  ["office.exports", `bytes = 0 ${made}`, "export_bytes_are_positive"],
  ["office.imports", "deployed = -1", "import_deployed_is_not_negative"],
  ["office.imports", `state = 'lost' where id = ${id(290)}`, "import_state_is_known"],
  ["office.imports", `request_id = null where id = ${id(291)}`, "a_submitted_import_names_its_request"],
  ["office.imports", `totals = null where id = ${id(291)}`, "a_submitted_import_names_its_request"],
  ["office.imports", `ended_at = null where id = ${id(291)}`, "an_import_that_ended_says_when"],
  ["office.imports", `ended_at = made_at where id = ${id(290)}`, "an_import_that_ended_says_when"],
  ["office.import_files", "kind = 'wishes'", "import_kind_is_known"],
  ["office.import_files", "name = ''", "import_file_name_is_bounded"],
  ["office.import_files", "rows = 0", "an_import_file_has_rows"],
  ["office.import_files", "hash = '\\x00'", "import_hash_is_sha256"],
  ["office.import_rows", "line = 1", "import_lines_count_from_two"],
  ["office.import_rows", "cells = '[]'", "import_cells_are_an_object"],
  ["office.import_runs", `kind = 'wish' where id = ${id(292)}`, "import_run_kind_is_known"],
  ["office.import_runs", `state = 'lost' where id = ${id(292)}`, "import_run_state_is_known"],
  ["office.import_runs", `attempts = -1 where id = ${id(292)}`, "import_attempts_are_not_negative"],
  ["office.import_runs", `done = 9 where id = ${id(292)}`, "no_more_steps_are_done_than_there_are"],
  ["office.import_runs", `done = -1 where id = ${id(292)}`, "no_more_steps_are_done_than_there_are"],
  ["office.import_runs", `hash = 'x' where id = ${id(292)}`, "import_run_hash_is_sha256"],
  ["office.import_runs", `fault_count = -1 where id = ${id(292)}`, "import_fault_count_is_not_negative"],
  ["office.import_runs", `faults = '{}' where id = ${id(292)}`, "import_faults_are_a_list"],
  ["office.import_runs", `request_id = null where id = ${id(293)}`, "a_posting_names_its_request"],
  ["office.import_runs", `request_id = ${id(12)} where id = ${id(292)}`, "a_posting_names_its_request"],
  ["office.import_runs", `begun_at = null where id = ${id(292)}`, "an_import_run_that_began_says_so"],
  ["office.import_runs", `state = 'waiting' where id = ${id(292)}`, "an_import_run_that_began_says_so"],
  ["office.import_runs", `ended_at = asked_at where id = ${id(292)}`, "an_import_run_that_ended_says_when"],
  ["office.import_runs", `ended_at = null where id = ${id(293)}`, "an_import_run_that_ended_says_when"],
  ["office.import_runs", `state = 'finished', ended_at = asked_at where id = ${id(292)}`, "a_finished_check_says_of_what"],
  ["office.import_runs", `state = 'failed', ended_at = asked_at where id = ${id(292)}`, "a_failed_run_says_why"],
  ["office.import_runs", `problem = '{}' where id = ${id(292)}`, "a_failed_run_says_why"],
  ["office.exports", `sha256 = '\\x00' ${made}`, "export_hash_is_sha256"],
];

test("every check of office refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("office", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
