import { useMatches } from "@remix-run/react";

import type { RouteHandle } from "~/components/page-title";
import type { MemberPlace } from "~/components/frame/member-frame";

/** A member page's title, and the main place it belongs to when its address does not begin with that place's. */
export type MemberHandle<Data = never> = RouteHandle<Data> & { place?: MemberPlace };

export function useMemberPlace(): MemberPlace | undefined {
  return useMatches()
    .map(({ handle }) => (handle as Partial<MemberHandle> | undefined)?.place)
    .findLast(Boolean);
}
