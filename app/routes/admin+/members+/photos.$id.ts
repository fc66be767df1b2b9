/** A member's photo, for staff who may see the member. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffPhoto } from "~/db/photo.server";
import { sendFile } from "~/files/send-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { file } = await staffPhoto(token, paramId(params));
    return sendFile(file);
  });
}
