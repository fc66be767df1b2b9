/** A good row of each table of outbox is spoilt in one way at a time, past every function and trigger: its constraint refuses it. */
import { expect, test } from "vitest";

import { notRefused, openRows, type Spoilt } from "../../tests/support/rows";

const spoilt: Spoilt[] = [
  ["outbox.jobs", "task = 'mail.send'", "job_task_is_named_domain_verb"],
  ["outbox.mails", "state = 'lost'", "mail_state_is_known"],
];

test("every check of outbox refuses what it names", async () => {
  const rows = await openRows();
  try {
    expect(await notRefused(rows, spoilt)).toEqual([]);
    expect(await rows.unnamed("outbox", spoilt)).toEqual([]);
  } finally {
    await rows.close();
  }
});
