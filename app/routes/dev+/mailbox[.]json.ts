import type { LoaderFunctionArgs } from "@remix-run/node";

import { readMailbox } from "~/dev/mailbox.server";

/** The mailbox for programs: `?to=` gives the mails to one address, newest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  return Response.json({ mails: await readMailbox(new URL(request.url).searchParams.get("to")) });
}
