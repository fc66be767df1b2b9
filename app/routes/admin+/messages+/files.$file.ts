/** A file of a conversation, for those who read messages; always as a download. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffThreadFile } from "~/db/messaging-staff.server";
import { sendFile } from "~/files/send-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { file } = await staffThreadFile(token, paramId(params, "file"));
    return sendFile(file);
  });
}
