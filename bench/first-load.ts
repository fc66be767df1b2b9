/** What the first page ships in scripts, of the built application: no clock in it, so it is counted once. */
import { buildIfStale } from "../tools/build";
import { firstLoads } from "../tools/first-load";
import type { Bench } from "./families.ts";
import { median, type Figure } from "./report.ts";

export const firstLoadMetrics = ["first_load_kb"] as const;

/** Kilobytes of a thousand bytes (spec 7.5). */
const budget = 150;
const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

export async function firstLoad({ note }: Bench): Promise<Figure[]> {
  await buildIfStale();
  const pages = firstLoads();
  const [heaviest] = pages;
  const lightest = pages.at(-1);
  if (!heaviest || !lightest) throw new Error("the application has no pages");
  note(`for information            first_load_kb: ${heaviest.route}, ${heaviest.files} files, ${kilobytes(heaviest.gzip)} KB with gzip; the middle of ${pages.length} routes ${kilobytes(median(pages.map(({ brotli }) => brotli)))} KB`);
  const against = (bytes: number) => Math.round((budget / kilobytes(bytes)) * 1_000) / 1_000;
  return [{ metric: "first_load_kb", value: kilobytes(heaviest.brotli), unit: "KB, the heaviest page", baseline: `the budget of ${budget} KB`, ratio: against(heaviest.brotli), min: against(heaviest.brotli), max: against(lightest.brotli), reps: 1 }];
}
