import type { OwnReads } from "~/db/own-export.server";

type Page = { items: readonly object[]; next: string | null };
type Read = (paging: { cursor: string | null; limit: number }) => Promise<Page>;

/** The lists that can be long, each by the function that its own page is read with, so that nothing is told here otherwise than there. */
const lists = (reads: OwnReads): Record<string, Read> => ({
  deposits: reads.deposits,
  withdrawals: reads.withdrawals,
  investments: reads.investments,
  bookings: async (paging) => {
    const { items, next } = await reads.bookings(paging);
    const whole: object[] = [];
    // One after the other: nobody has so many that it matters, and a page of them at once would take every connection.
    for (const { id } of items) whole.push(await reads.booking(id));
    return { items: whole, next };
  },
  commissions: async (paging) => {
    const { commissions, next } = await reads.referrals(paging);
    return { items: commissions, next };
  },
  movements: reads.movements,
  mails: reads.mails,
});

/**
 * Everything that is kept about a member as one JSON text, list by list and page by page: memory stays flat however long they are. `told` hears how many
 * rows of lists have been read.
 */
export async function* memberData(reads: OwnReads, told: (rows: number) => void = () => undefined): AsyncGenerator<string, void> {
  const record = await reads.record();
  // Numbers of identity papers are handed out as they are shown, in part: the whole ones are for people of the operator, with a reason.
  const [kyc, { nominees }, { passkeys }] = await Promise.all([reads.kyc(), reads.nominees(), reads.passkeys()]);
  yield JSON.stringify({ format: "coffer-member-1", ...record, kyc, nominees, passkeys }, null, 1).slice(0, -2);
  let rows = 0;
  for (const [name, read] of Object.entries(lists(reads))) {
    yield `,\n "${name}": [`;
    let before = "\n";
    let cursor: string | null = null;
    do {
      const page: Page = await read({ cursor, limit: 100 });
      if (page.items.length > 0) {
        yield before + page.items.map((item) => `  ${JSON.stringify(item)}`).join(",\n");
        before = ",\n";
      }
      told((rows += page.items.length));
      cursor = page.next;
    } while (cursor !== null);
    yield "\n ]";
  }
  yield "\n}\n";
}
