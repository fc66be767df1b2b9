/** What can be measured, in the order in which it is; each family builds the worlds it needs and drops them. */
import { accrual, accrualMetrics } from "./accrual.ts";
import { books, booksMetrics } from "./books.ts";
import { firstLoad, firstLoadMetrics } from "./first-load.ts";
import { importMetrics, imports } from "./imports.ts";
import { journalMetrics, journals } from "./journals.ts";
import { million, millionMetrics } from "./million.ts";
import { network, networkMetrics } from "./network.ts";
import { office, officeMetrics } from "./office.ts";
import { proof, proofMetrics } from "./proof.ts";
import type { Figure } from "./report.ts";
import { reportsMetrics, reportsTime } from "./reports.ts";
import { items, itemsMetrics } from "./items.ts";
import type { Server } from "./world.ts";

/** How much of everything; ratios inside a run hardly depend on it, figures with a size in their unit do. */
export type Sizes = {
  reps: number;
  /** length of one pgbench run */
  seconds: number;
  /** journals written for bytes_per_journal */
  journals: number;
  /** accounts of the larger world of scale_10k_to_1m */
  accounts: number;
  /** contracts of accrual_vs_raw and accrual_rerun_ms */
  contracts: number;
  /** contracts a day written one by one */
  singles: number;
  /** contracts of accrual_1m_seconds, members of page_dashboard_p95_ratio */
  million: number;
  /** dashboards opened in each repetition */
  dashboards: number;
  /** levels of the large tree: 20 are 1,048,575 nodes */
  levels: number;
  /** counts of count_drain_100k_per_s */
  counts: number;
  /** members of import_10k_seconds */
  imported: number;
};

export const whole: Sizes = { reps: 5, seconds: 15, journals: 200_000, accounts: 1_000_000, contracts: 200_000, singles: 2_000, million: 1_000_000, dashboards: 400, levels: 20, counts: 100_000, imported: 10_000 };
export const quick: Sizes = { reps: 3, seconds: 2, journals: 40_000, accounts: 100_000, contracts: 20_000, singles: 500, million: 100_000, dashboards: 100, levels: 14, counts: 2_000, imported: 2_000 };

export type Bench = {
  server: Server;
  sizes: Sizes;
  /** whether any of these metrics was asked for */
  wants(...metrics: string[]): boolean;
  /** something for people to read beside the figures */
  note(text: string): void;
};

export type Family = { metrics: readonly string[]; measure(bench: Bench): Promise<Figure[]> };

export const families: readonly Family[] = [
  { metrics: firstLoadMetrics, measure: firstLoad },
  { metrics: journalMetrics, measure: journals },
  { metrics: itemsMetrics, measure: items },
  { metrics: booksMetrics, measure: books },
  { metrics: proofMetrics, measure: proof },
  { metrics: accrualMetrics, measure: accrual },
  { metrics: reportsMetrics, measure: reportsTime },
  { metrics: networkMetrics, measure: network },
  { metrics: officeMetrics, measure: office },
  { metrics: importMetrics, measure: imports },
  { metrics: millionMetrics, measure: million },
];
