import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { memberPhoto } from "~/db/photo.server";
import { sendFile } from "~/files/send-file.server";

/** The member's own photo. The address carries its id, so that a new one is a new picture. */
export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { file } = await memberPhoto(token);
    return sendFile(file);
  });
}
