/**
 * Seals, accrual and the watch go as far as the oldest transaction that is still open on the server. Test files share one server, so a
 * transaction of another file's database holds them back for a moment: whoever expects that all is sealed or seen waits for it first.
 */
import pg from "pg";

type Query = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Until every transaction that was open on the server when this was called has ended. */
export async function untilEnded(query: Query): Promise<void> {
  const [now] = await query("select pg_current_xact_id()::text as xid");
  for (let tries = 0; tries < 1_000; tries += 1) {
    const [row] = await query("select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as ended", [now?.xid]);
    if (row?.ended === true) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error("a transaction does not end");
}

/**
 * Posts and seals until the books are closed up to what had been posted when this was called. A seal closes no further than transactions
 * let it that were open then, and one that finds nothing to seal closes nothing.
 */
export async function untilClosed(query: Query, post: () => Promise<unknown>): Promise<void> {
  const [last] = await query("select coalesce(max(id), 0)::text as id from ledger.journals");
  for (let tries = 0; tries < 400; tries += 1) {
    await post();
    await query("select ledger.seal(4096, clock_timestamp())");
    const [row] = await query("select coalesce(max(closed_to), 0) >= $1::bigint as closed from ledger.seals", [last?.id]);
    if (row?.closed === true) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error("the books are not closed");
}

/** Keeps a transaction of another database open, nearly always: what is only right on a server of one's own is found at every run. */
export async function holdHorizonBack(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let wanted = true;
  const held = (async () => {
    while (wanted) {
      await client.query("begin");
      await client.query("select pg_current_xact_id(), pg_sleep(0.4)");
      await client.query("commit");
    }
    await client.end();
  })();
  return () => {
    wanted = false;
    return held;
  };
}
