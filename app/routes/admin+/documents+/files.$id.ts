/** A version of an operator's document, for staff; always as a download. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffPaperFile } from "~/db/vault.server";
import { sendFile } from "~/files/send-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { file } = await staffPaperFile(token, paramId(params));
    return sendFile(file);
  });
}
