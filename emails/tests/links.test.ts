import { defineRoutes } from "@remix-run/dev/dist/config/routes.js";
import { expect, test } from "vitest";

// @ts-expect-error the compiler reads its settings as plain JavaScript
import config from "../../remix.config.js";
import { links } from "../links";

/** Addresses of all pages as patterns, parameters matching anything. */
async function pagePatterns(): Promise<RegExp[]> {
  const routes = (await config.routes?.(defineRoutes)) ?? {};
  const addressOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [addressOf(route.parentId), route.path].filter(Boolean).join("/") : "";
  };
  return Object.keys(routes).map((id) => new RegExp(`^/${addressOf(id).replace(/:[^/]+/g, "[^/]+")}$`));
}

test.each(Object.entries(links).map(([name, link]) => [name, typeof link === "function" ? link("0197a1c2") : link]))("the page for %s exists", async (_, address) => {
  const path = address.replace(/\?.*/, "");
  expect((await pagePatterns()).some((pattern) => pattern.test(path)), path).toBe(true);
});
