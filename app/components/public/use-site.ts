import { useRouteLoaderData } from "@remix-run/react";

import type { loader } from "~/routes/_public+/_layout";

/** The operator's facts, loaded once by the public layout. Undefined while an error page stands in for it. */
export function useSite() {
  return useRouteLoaderData<typeof loader>("routes/_public+/_layout")?.site;
}
