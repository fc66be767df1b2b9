/** A good row of each table of referral is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["referral.commissions", "journal_id = 901", "a_commission_is_an_item_or_a_journal"],
  ["referral.commissions", "item_id = null", "a_commission_is_an_item_or_a_journal"],
  ["referral.commissions", "amount = 0", "commission_amount_is_positive"],
  ["referral.commissions", "base = 0", "commission_base_is_positive"],
  ["referral.commissions", "rate = 100.01", "commission_rate_is_a_percentage"],
  ["referral.commissions", "rate = -0.01", "commission_rate_is_a_percentage"],
  ["referral.commissions", "source_kind = 'gift'", "commission_source_is_known"],
  ["referral.referrals", "referrer_id = referred_id", "nobody_refers_themselves"],
];

test("every check of referral refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("referral", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
