import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { memberVehiclePicture } from "~/db/ev.server";
import { sendFile } from "~/files/send-file.server";

/** A picture of the catalogue, for members. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => sendFile((await memberVehiclePicture(token, params.id ?? "")).file));
}
