/** A picture of the catalogue, for staff. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffVehiclePicture } from "~/db/ev.server";
import { sendFile } from "~/files/send-file.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => sendFile((await staffVehiclePicture(token, paramId(params))).file));
}
