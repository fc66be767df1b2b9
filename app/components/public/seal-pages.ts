/** Seals are listed fifty at a time, the newest first. */
import type { Seal } from "~/db/public.server";

/** The number below which the list begins; null, the newest, for anything that is not a number of a seal. */
export function readBefore(request: Request): string | null {
  const asked = new URL(request.url).searchParams.get("before") ?? "";
  return /^[1-9]\d{0,17}$/.test(asked) ? asked : null;
}

/** What the next page's `before` is; null when this one goes down to the first seal. */
export function olderThan(seals: Seal[]): string | null {
  const last = seals.at(-1)?.number;
  return last === undefined || last === "1" ? null : last;
}
