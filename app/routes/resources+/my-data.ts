import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { withMember } from "~/auth/with-member.server";
import { memberExports, ownReads } from "~/db/own-export.server";
import { savedAs, textStream } from "~/files/stream.server";
import { memberData } from "~/member-data/export.server";

/** Everything that is kept about the member who asks, as a file. A long one is made by a worker: the page says how. */
export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { rows, rows_at_once } = await memberExports(token, null, 1);
    if (rows > rows_at_once) return redirect("/my-data");
    return textStream(memberData(ownReads(token)), savedAs("coffer-my-data.json", "application/json; charset=utf-8"));
  });
}
