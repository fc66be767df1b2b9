import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { memberProof } from "~/db/ledger.server";

/** The proof that one of the member's movements stands in the sealed books, to be saved. Until it does, the movement's page says so. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const movement = params.id ?? "";
  return withMember(request, async (token) => {
    const proof = await memberProof(token, movement);
    if (proof === null) return redirect(`/wallet/movements/${movement}`);
    return new Response(`${JSON.stringify(proof, null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        // The database has found a movement of this number, so it is digits and a hyphen.
        "Content-Disposition": `attachment; filename="coffer-proof-${movement}.json"`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
      },
    });
  });
}
