import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { memberKycFile } from "~/db/compliance.server";
import { openDocument } from "~/files/kyc-documents.server";
import { sendFile } from "~/files/send-file.server";

/** A member's own document, opened and to be saved. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { file } = await memberKycFile(token, params.id ?? "");
    return sendFile(file, openDocument(file.id));
  });
}
