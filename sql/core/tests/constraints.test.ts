/** A good row of each table of core is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["core.clock", "shift = '-1 second', sandbox = true", "clock_never_goes_back"],
  ["core.clock", "shift = '1 second'", "only_a_sandbox_clock_moves"],
  ["core.clock", "frozen_at = now()", "only_a_sandbox_clock_moves"],
  ["core.clock", "singleton = false", "there_is_one_clock"],
  ["core.currencies", "code = 'usd'", "currency_code_is_three_to_five_capitals"],
  ["core.currencies", "code = 'TOOLONG'", "currency_code_is_three_to_five_capitals"],
  ["core.currencies", "exponent = 9", "currency_exponent_is_zero_to_eight"],
  ["core.currencies", "exponent = -1", "currency_exponent_is_zero_to_eight"],
  ["core.problem_codes", "sqlstate = 'P0001'", "problem_sqlstate_is_of_class_cf"],
  ["core.problem_codes", "status = 200", "problem_status_is_an_http_error"],
  ["core.problem_codes", "status = 600", "problem_status_is_an_http_error"],
  ["core.settings", "kind = 'float'", "setting_kind_is_known"],
  ["core.settings", "kind = 'integer', value = '1.5'", "setting_value_fits_its_kind"],
  ["core.settings", "kind = 'decimal', value = '-1'", "setting_value_fits_its_kind"],
  ["core.settings", "kind = 'boolean', value = 'yes'", "setting_value_fits_its_kind"],
  ["core.settings", "kind = 'currency', value = 'usd'", "setting_value_fits_its_kind"],
  ["core.settings", "kind = 'text', value = repeat('x', 2001)", "setting_value_fits_its_kind"],
  ["core.settings", "least = 1 where key = 'company'", "setting_bounds_are_of_figures"],
  ["core.settings", "least = 2, most = 1 where key = 'retention_days'", "setting_bounds_are_of_figures"],
  ["core.settings", "value = '13' where key = 'financial_year_month'", "setting_value_is_within_its_bounds"],
  ["core.settings", "value = '0' where key = 'financial_year_month'", "setting_value_is_within_its_bounds"],
  ["core.settings", "value = 'other' where key = 'over_cap'", "setting_value_is_one_of_its_choices"],
  ["core.settings", "value = '8' where key = 'working_days'", "setting_value_has_its_shape"],
  ["core.setting_versions", "no = 0", "setting_version_is_positive"],
  ["core.setting_versions", "reason = ''", "setting_reason_is_bounded"],
  ["core.setting_versions", "reason = repeat('x', 1001)", "setting_reason_is_bounded"],
  ["core.setting_versions", "value = before", "a_setting_version_changes_something"],
];

test("every check of core refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("core", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
