import type { i18n } from "i18next";

import { quarterOf } from "./quarter";
import type { TaxCertificate } from "~/db/tax.server";
import { savedAs } from "~/files/stream.server";
import { certificatePdf } from "./certificate-pdf.server";

/** A certificate as a file to keep, named by its quarter. */
export async function certificateFile(i18n: i18n, certificate: TaxCertificate): Promise<Response> {
  return new Response(new Uint8Array(await certificatePdf(i18n, certificate)), { headers: savedAs(`tax-certificate-${quarterOf(certificate.from_on)}.pdf`, "application/pdf") });
}
