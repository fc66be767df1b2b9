import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { memberThreadFile } from "~/db/messaging.server";
import { sendFile } from "~/files/send-file.server";

/** A file of one of the member's conversations, to be saved. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { file } = await memberThreadFile(token, params.file ?? "");
    return sendFile(file);
  });
}
