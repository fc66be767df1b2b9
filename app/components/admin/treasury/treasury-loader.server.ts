import { data } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { treasuryNames } from "~/db/treasury.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readQuery } from "../query.server";
import { requirePermission } from "../require-permission.server";
import { treasuryChoices } from "./treasury-form.server";

/** What every form that moves the operator's money begins with: the choices in the currency that was asked for, and the treasury that was. */
export async function treasuryLoader(request: Request) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => {
    const [, choices] = await Promise.all([requirePermission(token, "treasury.write"), treasuryChoices(token, query.text("currency", 5))]);
    return data({ choices, chosen: query.oneOf("treasury", treasuryNames) ?? undefined, key: newRequestKey() });
  });
}
