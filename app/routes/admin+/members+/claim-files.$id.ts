/** A document of a claim, for those who may see claims; always as a download, and written down. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffClaimFile } from "~/db/claim.server";
import { openClaimDocument } from "~/files/claim-documents.server";
import { sendFile } from "~/files/send-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { file } = await staffClaimFile(token, paramId(params));
    return sendFile(file, openClaimDocument(file.id));
  });
}
