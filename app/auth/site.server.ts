import { publicSite, type Site } from "~/db/public.server";

/** The sign-in pages show nothing of the site that could not be a few seconds old, and are the ones that strangers load most. */
const keptMs = 5000;

let kept: { site: Promise<Site>; until: number } | undefined;

/** Company, demo flag and clock for the frame of the sign-in pages. */
export function siteForFrame(): Promise<Site> {
  const now = performance.now();
  if (!kept || kept.until < now) {
    const site = publicSite();
    kept = { site, until: now + keptMs };
    site.catch(() => {
      kept = undefined;
    });
  }
  return kept.site;
}
