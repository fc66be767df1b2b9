import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { readMovementFilter } from "~/components/member/movement-filter";
import { memberMovements, type Movement } from "~/db/ledger.server";
import { csvStream } from "~/files/csv.server";
import { translator } from "~/i18n/i18n.server";

const columns = ["id", "date", "recorded", "kind", "wallet", "reference", "about", "in", "out", "currency"] as const;

function rowOf(movement: Movement): string[] {
  const { id, value_on, posted_at, kind, wallet, reference, counter, amount, currency } = movement;
  const inAndOut = amount.startsWith("-") ? ["", amount.slice(1)] : [amount, ""];
  return [id, value_on, posted_at, kind, wallet, reference ?? "", counter ?? "", ...inAndOut, currency];
}

/** The member's movements under the filters of the list, all of them, one row each; in and out have a column each. */
export function loader({ request }: LoaderFunctionArgs) {
  const filter = readMovementFilter(new URL(request.url).searchParams);
  const t = translator(request, "member");
  return withMember(request, (token) => {
    async function* pages() {
      let cursor: string | null = null;
      do {
        const page: { items: Movement[]; next: string | null } = await memberMovements(token, filter, { cursor, limit: 100 });
        yield page.items.map(rowOf);
        cursor = page.next;
      } while (cursor !== null);
    }
    return csvStream("coffer-movements", columns.map((name) => t(`csv.${name}`)), pages());
  });
}
