/** A document of a member's, for those who may see identity checks; always as a download, and written down. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffKycFile } from "~/db/compliance.server";
import { openDocument } from "~/files/kyc-documents.server";
import { sendFile } from "~/files/send-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { file } = await staffKycFile(token, paramId(params));
    return sendFile(file, openDocument(file.id));
  });
}
