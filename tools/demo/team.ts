/** Who runs the company, after the first of them: asked for on the page, decided by somebody else. */
import { randomUUID } from "node:crypto";

import { staffColleagueAdd, type StaffRole } from "../../app/db/staff.server";
import { emailOf } from "./cast";
import { tokenOf, type World } from "./world";

/** Asks for a new colleague. */
export async function askColleague(world: World, { label, name, role, reason }: { label: string; name: string; role: StaffRole; reason: string }): Promise<void> {
  await staffColleagueAdd(tokenOf(world, "admin"), { email: emailOf(label), name, role, member: null, reason, key: randomUUID() });
}
