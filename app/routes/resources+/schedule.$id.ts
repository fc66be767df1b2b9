import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { scheduleCsv } from "~/components/member/schedule-csv.server";
import { memberSchedule } from "~/db/invest.server";

/** Every day of one of the member's contracts. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { investment, schedule } = await memberSchedule(token, params.id ?? "");
    return scheduleCsv(request, investment.reference, investment.currency, schedule);
  });
}
