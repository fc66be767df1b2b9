import type { PageEntry } from "./pages";
import type { Visitor } from "./visitor";

async function firstLink(visitor: Visitor, list: string, link: RegExp): Promise<string> {
  if (list.endsWith("/:first")) {
    const base = list.slice(0, -"/:first".length);
    return firstLink(visitor, await firstLink(visitor, base, new RegExp(`^${base}/[0-9a-f-]{36}$`)), link);
  }
  const found = ((await visitor.page(list)).match(/href="[^"]*"/g) ?? []).map((href) => href.slice(6, -1)).find((href) => link.test(href));
  if (!found) throw new Error(`${list} has no link like ${link.source}`);
  return found;
}

/** Where a page of the list is found, for somebody who may see it. */
export function addressOf({ at }: PageEntry, visitor: Visitor): Promise<string> {
  if (typeof at === "string") return Promise.resolve(at);
  return "made" in at ? at.made(visitor) : firstLink(visitor, at.list, at.link);
}
