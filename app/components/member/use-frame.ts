import { useRouteLoaderData } from "@remix-run/react";

import { memberLayoutId } from "~/i18n/page-language";
import type { loader } from "~/routes/_member+/_layout";

/** What the layout knows about the member, for pages that greet or need the default currency. */
export function useMemberFrame() {
  return useRouteLoaderData<typeof loader>(memberLayoutId);
}
