import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { quarterIn } from "~/tax/quarters.server";
import { staffTaxCertificate } from "~/db/tax.server";
import { createI18n, languageOf } from "~/i18n/i18n.server";
import { certificateFile } from "~/tax/certificate-file.server";

/** A member's certificate of tax of a quarter, as the member gets it, in the language of whoever asks. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => certificateFile(createI18n(languageOf(request)), await staffTaxCertificate(token, paramId(params), quarterIn(params.quarter ?? null))));
}
