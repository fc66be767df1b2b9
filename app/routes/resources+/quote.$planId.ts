import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { scheduleCsv } from "~/components/member/schedule-csv.server";
import { memberQuote } from "~/db/invest.server";

/** Every day of what an amount would earn: the schedule the contract would have. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return withMember(request, async (token) => {
    const quote = await memberQuote(token, { plan: params.planId ?? "", wallet: searchParams.get("wallet"), amount: searchParams.get("amount") ?? "" });
    return scheduleCsv(request, `quote-${quote.start_on}`, quote.currency, quote.schedule);
  });
}
