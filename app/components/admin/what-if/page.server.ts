import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { staffWhatIfAsk, staffWhatIfRead } from "~/db/compensation.server";
import { readForm, refuse, requestKey } from "~/forms/submission.server";
import { paramId } from "../param-id.server";
import type { readQuery } from "../query.server";
import { refuseReason } from "../refuse-reason.server";
import { saidPath } from "../said";

const schema = () => z.discriminatedUnion("act", [z.object({ act: z.literal("read"), what_if: z.uuid(), key: requestKey() }), z.object({ act: z.literal("again"), key: requestKey() })]);

/** Which members a what-if shows, and the place of the last one shown before. */
export function sideOf(query: ReturnType<typeof readQuery>): { side: "lose" | "gain"; after: number | null } {
  const cursor = query.cursor() ?? "";
  return { side: query.oneOf("side", ["lose", "gain"]) ?? "lose", after: /^\d{1,9}$/.test(cursor) ? Number.parseInt(cursor, 10) : null };
}

/** What is sent from a page of a what-if, whichever draft it tries: that it was read, which leads to the request that waits, or that it is to be made again. */
export async function whatIfAction({ request, params }: ActionFunctionArgs, base: string, waiting: (token: string, version: string) => Promise<string | null>) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const asked = submission.value;
  return withSession(request, async () => {
    const version = paramId(params);
    const here = `${base}/${version}`;
    try {
      if (asked.act === "again") {
        await staffWhatIfAsk(token, version, asked.key);
        return redirect(saidPath(here, "whatIfAsked"));
      }
      await staffWhatIfRead(token, asked.what_if, asked.key);
      const opened = await waiting(token, version);
      return redirect(saidPath(opened ? `/admin/requests/${opened}` : here, "whatIfRead"));
    } catch (error) {
      return refuseReason(submission, error);
    }
  });
}
