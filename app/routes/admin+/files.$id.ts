/** A proof of payment, for those who may see requests; always as a download. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffFile } from "~/db/funding.server";
import { sendFile } from "~/files/send-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { file } = await staffFile(token, paramId(params));
    return sendFile(file);
  });
}
