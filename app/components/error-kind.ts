import { isRouteErrorResponse } from "@remix-run/react";

import { encodeFault } from "~/forms/fault";
import { isRefusal, refusalForStatus, type RefusalKind } from "~/http/refusal";

type Told = { refusal?: unknown; seconds?: unknown; code?: unknown; params?: unknown };

/** What is known about an error: the kind of page, and the database's own code when it gave one. Never a stack. */
export function errorKind(error: unknown): { kind: RefusalKind; seconds: string; fault: string | undefined } {
  if (!isRouteErrorResponse(error)) return { kind: "failed", seconds: "60", fault: undefined };
  const told: Told = error.data && typeof error.data === "object" ? (error.data as Told) : {};
  const params = told.params && typeof told.params === "object" ? (told.params as Record<string, unknown>) : {};
  const seconds = told.seconds ?? params.retry_after ?? "60";
  const unspecific = ["not_found", "internal", "unavailable", "rate_limited"];
  const fault = typeof told.code === "string" && !unspecific.includes(told.code) ? encodeFault(told.code, params) : undefined;
  return { kind: isRefusal(told.refusal) ? told.refusal : refusalForStatus(error.status), seconds: String(seconds), fault };
}
