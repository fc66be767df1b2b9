/** The names that the application reads out of addresses, found in its source. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export function queryNames(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));
  const reads = /\b(?:searchParams|search|query)\.(?:get|has|text|oneOf)\("(\w+)"/g;
  return [...new Set(files.flatMap((file) => [...readFileSync(path.join("app", file), "utf8").matchAll(reads)].map((found) => found[1] ?? "")))].sort();
}
