import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { memberFile } from "~/db/funding.server";
import { sendFile } from "~/files/send-file.server";

/** A member's own upload, to be saved. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { file } = await memberFile(token, params.id ?? "");
    return sendFile(file);
  });
}
