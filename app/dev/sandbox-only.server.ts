import { data } from "@remix-run/node";

import { env } from "~/http/env.server";

/** The mailbox and the clock do not exist outside a demo; the database refuses them there too. */
export function sandboxOnly(): void {
  if (!env().COFFER_DEMO) throw data(null, { status: 404 });
}
