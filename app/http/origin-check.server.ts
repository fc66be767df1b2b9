/**
 * Cross-site requests are refused before any route sees them, pages and resource routes alike (Remix itself answers 500 and
 * checks pages only). A browser sends Origin with every post, and Sec-Fetch-Site cannot be forged by a page.
 */
export type OriginFacts = {
  method: string;
  origin: string | undefined;
  /** Sec-Fetch-Site */
  site: string | undefined;
  hasCookie: boolean;
  /** hosts this server is reached under: that of PUBLIC_URL in production, the request's own Host elsewhere */
  hosts: readonly string[];
};

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

export function isForeign({ method, origin, site, hasCookie, hosts }: OriginFacts): boolean {
  if (harmless.has(method)) return false;
  // A subdomain is somebody else too; `none` (typed address, bookmark) never comes with a post of ours.
  if (site !== undefined && site !== "same-origin") return true;
  if (origin !== undefined) return !sameHost(origin, hosts);
  if (site === "same-origin") return false;
  // Neither header: not a browser of this decade. Without a cookie there is nobody to impersonate.
  return hasCookie;
}

/** `null` comes from sandboxed frames and stripped referrers, and has no host. */
function sameHost(origin: string, hosts: readonly string[]): boolean {
  try {
    const url = new URL(origin);
    return (url.protocol === "https:" || url.protocol === "http:") && hosts.includes(url.host);
  } catch {
    return false;
  }
}
