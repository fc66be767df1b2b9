/** Private memory of server processes, sampled while something runs (Linux; elsewhere nothing is known). */
import { readFileSync } from "node:fs";

import type { World } from "./world.ts";

/** Bytes of a process that are its own, not the server's shared buffers; null where the system does not say. */
function privateBytes(pid: number): number | null {
  try {
    const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number.parseInt(kilobytes, 10) * 1024;
  } catch {
    return null;
  }
}

/** Runs something and answers the most private memory that any one backend with this application name has had, ten looks a second. */
export async function watchBackends(world: World, application: string, work: () => Promise<void>): Promise<number | null> {
  const { rows } = await world.sql.query<{ pid: number }>("select pid from pg_stat_activity where application_name = $1", [application]);
  let peak: number | null = null;
  const look = () => {
    for (const { pid } of rows) {
      const bytes = privateBytes(pid);
      if (bytes !== null) peak = Math.max(peak ?? 0, bytes);
    }
  };
  const timer = setInterval(look, 100);
  try {
    await work();
    look();
    return peak;
  } finally {
    clearInterval(timer);
  }
}
