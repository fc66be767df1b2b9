import type { LoaderFunctionArgs } from "@remix-run/node";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { staffPackFile } from "~/db/pack.server";
import { streamFile } from "~/files/send-file.server";

/** A finished pack for auditors. That somebody took it is in the audit log. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { storage_key, from, until, asked_at } = await staffPackFile(token, paramId(params));
    const days = from !== null && until !== null ? `${from}-${until}` : `all-${asked_at.slice(0, 10)}`;
    return streamFile({ id: storage_key, storage_key, name: `coffer-audit-pack-${days}.tar.gz`, mime: "application/gzip" });
  });
}
