/** Asks for a treasury to be funded from the operator's own cash; a second person approves it in the queue. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { checkedForm } from "~/components/admin/checked-form.server";
import { saidPath } from "~/components/admin/said";
import { isNoAmount, treasuryChoices, treasurySchema } from "~/components/admin/treasury/treasury-form.server";
import { treasuryLoader } from "~/components/admin/treasury/treasury-loader.server";
import { TreasuryMove } from "~/components/admin/treasury/treasury-move";
import { staffTreasuryFund } from "~/db/treasury.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:fund.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return treasuryLoader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, treasurySchema(languageOf(request)), {
    look: async ({ currency, amount }, token) => {
      const { methods } = await treasuryChoices(token, currency);
      return isNoAmount(amount, methods[0]?.balance ?? null) ? { field: "amount", code: "invalid_amount" } : null;
    },
    confirm: async (move, token) => saidPath(`/admin/requests/${(await staffTreasuryFund(token, move)).request}`, "asked"),
  });
}

export default function FundTreasury() {
  return <TreasuryMove way="fund" loaded={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
