import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { quarterIn } from "~/tax/quarters.server";
import { Problem } from "~/db/db-error.server";
import { staffTaxRegister } from "~/db/tax.server";
import { csvResponse } from "~/files/csv.server";
import { translator } from "~/i18n/i18n.server";

/** The register of a quarter as CSV, a row for each member, currency and rule. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const on = quarterIn(params.quarter ?? null);
  return withSession(request, async () => {
    // Who asks comes before what is asked for.
    const { from_on, until_on, items } = await staffTaxRegister(token, on);
    if (on === null) throw new Problem("not_found");
    const t = translator(request, "admin");
    const header = [t("tax.from"), t("tax.until"), t("withdrawals.member"), t("tax.pan"), t("tax.regime"), t("tax.rate"), t("tax.form"), t("tax.code"), t("tax.count"), t("tax.currency"), t("tax.gross"), t("tax.withheld")];
    return csvResponse(`tax-register-${params.quarter}`, header,
      items.map(({ member, pan, regime, rate, form, code, count, currency, gross, tax }) => [from_on, until_on, member.name, pan ? t("tax.panKnown") : t("tax.panUnknown"), t(`tax.regimes.${regime}`), rate, form, code ?? "", count, currency, gross, tax]));
  });
}
