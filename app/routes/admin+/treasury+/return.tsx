/** Asks for free treasury money to be taken back; a second person approves it in the queue. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { checkedForm } from "~/components/admin/checked-form.server";
import { saidPath } from "~/components/admin/said";
import { isMoreThan, isNoAmount, treasuryChoices, treasurySchema } from "~/components/admin/treasury/treasury-form.server";
import { treasuryLoader } from "~/components/admin/treasury/treasury-loader.server";
import { TreasuryMove } from "~/components/admin/treasury/treasury-move";
import { staffTreasuryReturn } from "~/db/treasury.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:return.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return treasuryLoader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, treasurySchema(languageOf(request)), {
    look: async ({ currency, treasury, amount }, token) => {
      const free = (await treasuryChoices(token, currency)).treasuries.find(({ name }) => name === treasury)?.free ?? null;
      if (isNoAmount(amount, free)) return { field: "amount", code: "invalid_amount" };
      return isMoreThan(amount, free) ? { field: "amount", code: "treasury_short_of", params: { available: free ?? "0", currency } } : null;
    },
    confirm: async (move, token) => saidPath(`/admin/requests/${(await staffTreasuryReturn(token, move)).request}`, "asked"),
  });
}

export default function ReturnTreasury() {
  return <TreasuryMove way="return" loaded={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
