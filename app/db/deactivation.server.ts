/** A member deactivates the account and opens it again. */
import { z } from "zod";

import { isProblem } from "./db-error.server";
import { ask, sql } from "./db.server";
import type { Proof } from "./funding-out.server";
import { codeOutcomes, instant } from "./shapes.server";

/** Done twice it is done once. */
export async function memberDeactivate(token: string, key: string): Promise<void> {
  try {
    await ask(z.object({ deactivated_at: instant }), sql`select desk.member_deactivate(p_token => ${token}::text, p_key => ${key}::uuid) as answer`);
  } catch (error) {
    if (!isProblem(error) || error.code !== "deactivated") throw error;
  }
}

const reopenedSchema = z.union([z.object({ outcome: z.literal("reopened") }), ...codeOutcomes]);

export function memberReopen(token: string, proof: Proof): Promise<z.output<typeof reopenedSchema>> {
  return ask(
    reopenedSchema,
    sql`select desk.member_reopen(p_token => ${token}::text, p_challenge => ${proof.challenge}::uuid, p_mac => ${proof.mac}::text, p_browser => ${proof.browser}::text) as answer`,
  );
}
