import { expect, test } from "vitest";

import { isForeign, type OriginFacts } from "./origin-check.server";

const post: OriginFacts = { method: "POST", origin: "https://coffer.example", site: "same-origin", hasCookie: true, hosts: ["coffer.example"] };

test.each<[string, Partial<OriginFacts>, boolean]>([
  ["our own page", {}, false],
  ["a reading request from anywhere", { method: "GET", origin: "https://evil.example", site: "cross-site" }, false],
  ["another site", { origin: "https://evil.example", site: "cross-site" }, true],
  ["another site in a browser without Sec-Fetch-Site", { origin: "https://evil.example", site: undefined }, true],
  ["a subdomain", { origin: "https://x.coffer.example", site: "same-site" }, true],
  ["our host on another port", { origin: "https://coffer.example:8443", site: undefined }, true],
  ["an origin that only begins like ours", { origin: "https://coffer.example.evil.example", site: undefined }, true],
  ["the null origin of a sandboxed frame", { origin: "null", site: "cross-site" }, true],
  ["a null origin that claims to be ours", { origin: "null", site: "same-origin" }, true],
  ["no Origin, but the browser says same-origin", { origin: undefined }, false],
  ["no Origin and the browser says cross-site", { origin: undefined, site: "cross-site" }, true],
  ["neither header, with a cookie", { origin: undefined, site: undefined }, true],
  ["neither header and no cookie", { origin: undefined, site: undefined, hasCookie: false }, false],
  ["our Origin with a foreign Sec-Fetch-Site", { site: "cross-site" }, true],
  ["a scheme that is not the web's", { origin: "chrome-extension://coffer.example", site: undefined }, true],
  ["DELETE from another site", { method: "DELETE", origin: "https://evil.example", site: "cross-site" }, true],
])("%s", (_name, facts, foreign) => {
  expect(isForeign({ ...post, ...facts })).toBe(foreign);
});
