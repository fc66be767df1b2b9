import type { Permission } from "~/auth/permissions";
import { may } from "~/auth/permissions";
import { Problem } from "~/db/db-error.server";
import { staffFrame } from "~/db/office.server";

/** For pages that only hold a form: who may not send it does not get to see it. Sending is decided by the database again. */
export async function requirePermission(token: string, permission: Permission): Promise<void> {
  const { permissions } = await staffFrame(token);
  if (!may(permissions, permission)) throw new Problem("not_permitted", { params: { permission } });
}
