import { memberKyc, memberNominees } from "~/db/compliance.server";
import { memberBooking, memberBookings } from "~/db/ev.server";
import { memberDeposits } from "~/db/funding.server";
import { memberWithdrawals } from "~/db/funding-out.server";
import { authPasskeys } from "~/db/identity-passkey.server";
import { memberMails, memberRecord } from "~/db/identity-record.server";
import { memberInvestments } from "~/db/invest.server";
import { memberMovements } from "~/db/ledger.server";
import { memberReferrals } from "~/db/referral.server";

type Page = { items: readonly object[]; next: string | null };
type Read = (paging: { cursor: string | null; limit: number }) => Promise<Page>;

/** The lists that can be long, each by the function that its own page is read with, so that nothing is told here otherwise than there. */
const lists = (token: string): Record<string, Read> => ({
  deposits: (paging) => memberDeposits(token, {}, paging),
  withdrawals: (paging) => memberWithdrawals(token, {}, paging),
  investments: (paging) => memberInvestments(token, {}, paging),
  bookings: async (paging) => {
    const { items, next } = await memberBookings(token, paging);
    const whole: object[] = [];
    // One after the other: nobody has so many that it matters, and a page of them at once would take every connection.
    for (const { id } of items) whole.push(await memberBooking(token, id));
    return { items: whole, next };
  },
  commissions: async (paging) => {
    const { commissions, next } = await memberReferrals(token, paging);
    return { items: commissions, next };
  },
  movements: (paging) => memberMovements(token, {}, paging),
  mails: (paging) => memberMails(token, paging),
});

/** Everything that is kept about a member as one JSON text, list by list and page by page: memory stays flat however long they are. */
export async function* memberData(token: string): AsyncGenerator<string, void> {
  const record = await memberRecord(token);
  // Numbers of identity papers are handed out as they are shown, in part: the whole ones are for people of the operator, with a reason.
  const [kyc, { nominees }, { passkeys }] = await Promise.all([memberKyc(token), memberNominees(token), authPasskeys(token)]);
  yield JSON.stringify({ format: "coffer-member-1", ...record, kyc, nominees, passkeys }, null, 1).slice(0, -2);
  for (const [name, read] of Object.entries(lists(token))) {
    yield `,\n "${name}": [`;
    let before = "\n";
    let cursor: string | null = null;
    do {
      const page: Page = await read({ cursor, limit: 100 });
      if (page.items.length > 0) {
        yield before + page.items.map((item) => `  ${JSON.stringify(item)}`).join(",\n");
        before = ",\n";
      }
      cursor = page.next;
    } while (cursor !== null);
    yield "\n ]";
  }
  yield "\n}\n";
}
