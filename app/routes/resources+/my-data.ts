import type { LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { savedAs, textStream } from "~/files/stream.server";
import { memberData } from "~/member-data/export.server";

/** Everything that is kept about the member who asks, as a file. */
export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, (token) => textStream(memberData(token), savedAs("coffer-my-data.json", "application/json; charset=utf-8")));
}
