import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { quarterIn } from "~/tax/quarters.server";
import { memberTaxCertificate } from "~/db/tax.server";
import { createI18n, languageOf } from "~/i18n/i18n.server";
import { certificateFile } from "~/tax/certificate-file.server";

/** The member's certificate of tax of a quarter, as a PDF. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => certificateFile(createI18n(languageOf(request)), await memberTaxCertificate(token, quarterIn(params.quarter ?? null))));
}
