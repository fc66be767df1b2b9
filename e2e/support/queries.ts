/** The names that the application reads out of addresses, found in its source. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const namesIn = (file: string): string[] => [...readFileSync(file, "utf8").matchAll(/\b(?:searchParams|search|query)\.(?:get|has|text|oneOf)\("(\w+)"/g)].map(([, name]) => name ?? "");

/** All of them, whichever page reads them. */
export function queryNames(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));
  return [...new Set(files.flatMap((file) => namesIn(path.join("app", file))))].sort();
}

/** The file of ours that an import names; nothing for a package. */
function imported(from: string, name: string): string | undefined {
  const base = name.startsWith("~/") ? path.join("app", name.slice(2)) : name.startsWith(".") ? path.join(path.dirname(from), name) : undefined;
  return base === undefined ? undefined : [`${base}.ts`, `${base}.tsx`, path.join(base, "index.ts"), path.join(base, "index.tsx")].find((file) => existsSync(file));
}

/** Those that one route reads, itself or by what it imports. */
export function queryNamesOf(route: string): string[] {
  const files = new Set<string>();
  const open = [path.join("app/routes", route)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/\bfrom "([^"]+)"/g)) {
      const found = imported(file, name);
      if (found) open.push(found);
    }
  }
  return [...new Set([...files].flatMap(namesIn))].sort();
}
