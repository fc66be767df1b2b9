/** A company from elsewhere: ten thousand members, each with a referrer, a balance, a running contract and a place in the tree, checked and posted as the worker does it. */
import { randomUUID } from "node:crypto";

import { openDesk, type Desk } from "../sql/tests/support/builders.ts";
import type { Bench } from "./families.ts";
import { grouped, median, plain, seconds, type Figure } from "./report.ts";
import { makeWorld, verify } from "./world.ts";

export const importMetrics = ["import_10k_seconds"] as const;

type Staff = Awaited<ReturnType<Desk["staff"]>>;

const filesOf = (count: number): Record<string, string[][]> => {
  const all = Array.from({ length: count }, (_, n) => n);
  const above = (n: number) => (n > 0 ? `I-${Math.floor((n - 1) / 2)}` : "");
  return {
    members: [["reference", "email", "first_name", "last_name", "referrer"], ...all.map((n) => [`I-${n}`, `i-${n}@old.bench`, "Old", "Member", above(n)])],
    balances: [["member", "wallet", "amount"], ...all.map((n) => [`I-${n}`, "DEPOSIT", `${n + 1}.25`])],
    // 18 days at 0.13 % of 100.00.
    investments: [["reference", "member", "plan", "version", "amount", "start_on", "accrued"], ...all.map((n) => [`IK-${n}`, `I-${n}`, "Old plan", "1", "100.00", "2027-02-10", "2.34"])],
    tree: [["member", "parent", "side"], ...all.map((n) => [`I-${n}`, above(n), n % 2 === 1 ? "L" : "R"])],
  };
};

const parts = 20_000;
/** Files are at most so long: the same kinds again, in a second import, would be another figure. */
async function putIn(desk: Desk, admin: Staff, draft: string, files: Record<string, string[][]>): Promise<void> {
  for (const [kind, [columns = [], ...rows]] of Object.entries(files)) {
    if (rows.length > parts) throw new Error(`a file of an import has at most ${grouped(parts)} lines`);
    await desk.ask("staff_import_file", { token: admin.token, import: draft, kind, name: `${kind}.csv`, columns: JSON.stringify(columns), rows: JSON.stringify(rows.map((row, n) => [String(n + 2), ...row])), key: randomUUID() });
  }
}

async function once({ server, note }: Bench, count: number, rep: number): Promise<number> {
  const world = await makeWorld(server, `imports_${rep}`, 1, { DEPOSIT: 0 });
  const desk = await openDesk({ url: (role: string) => server.cluster.url(role, world.database) } as Parameters<typeof openDesk>[0]);
  try {
    await desk.clock("2027-03-10T10:00:00Z");
    const [admin, operations, finance, second] = [await desk.staff("admin"), await desk.staff("operations"), await desk.staff("finance"), await desk.staff("finance")];
    const method = await desk.method();
    await desk.plan(operations, finance, { name: "Old plan", daily_rate: "0.13", duration: 40, minimum: "10.00", maximum: "5000.00" });
    const draft = (await desk.ask("staff_import_begin", { token: admin.token, currency: "USD", cutover_on: "2027-02-28", method, deployed: "0", key: randomUUID() })).import as string;
    await putIn(desk, admin, draft, filesOf(count));
    await world.sql.query("vacuum analyze");
    const waiting = async () => (await world.sql.query<{ run: string }>("select id::text as run from office.import_runs where state = 'waiting'")).rows[0]?.run ?? "";
    const begin = async () => {
      const run = await waiting();
      return { run, ...(await desk.job("worker_import_begin", { run })) as { attempt: number; steps: number } };
    };
    const checking = await seconds(async () => {
      const { run, attempt, steps } = await begin();
      for (let step = 1; step <= steps; step += 1) await desk.job("worker_import_check", { run, attempt, step });
    });
    const request = (await desk.ask("staff_import_submit", { token: admin.token, import: draft, key: randomUUID() })).request as string;
    await desk.decide(finance, request);
    await desk.decide(second, request);
    const posting = await seconds(async () => {
      const { run, attempt } = await begin();
      const { state } = await desk.job("worker_import_post", { run, attempt });
      if (state !== "posted") throw new Error(`the import was not posted but ${String(state)}`);
    });
    note(`${"for information".padEnd(26)} import_10k_seconds: check ${checking.toFixed(2)} s, posting ${posting.toFixed(2)} s`);
    await verify(world);
    return checking + posting;
  } finally {
    await desk.close();
    await world.close();
  }
}

export async function imports(bench: Bench): Promise<Figure[]> {
  const count = bench.sizes.imported;
  const taken: number[] = [];
  for (let rep = 0; rep < Math.min(bench.sizes.reps, 3); rep += 1) taken.push(await once(bench, count, rep));
  bench.note(`${"for information".padEnd(26)} import_10k_seconds: ${(count / median(taken)).toFixed(0)} members a second`);
  return [plain("import_10k_seconds", `s, ${grouped(count)} members`, taken)];
}
