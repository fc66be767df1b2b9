import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** A killed predecessor's web may need a moment to let go of the port; somebody else's program will not. */
export async function freePortOrFail(port: number, host: string): Promise<void> {
  const until = Date.now() + 5_000;
  while (!(await isFree(port, host))) {
    if (Date.now() > until) throw new Error(`port ${port} is used by another program. Set PORT to a free one.`);
    await sleep(200);
  }
}

/** A machine that is busy with other things takes a minute to load the web. */
const patienceMs = 120_000;

/** Until /readyz says that database and migrations are right. */
export async function waitUntilReady(host: string, port: number): Promise<void> {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      const answer = await fetch(`http://${reachable}:${port}/readyz`);
      if (answer.ok) return;
      if (Date.now() > until) throw new Error(`the web is not ready: /readyz answers ${answer.status} ${await answer.text()}`);
    } catch (error) {
      const { cause } = error as { cause?: unknown };
      // Some ports are closed to every browser, and to fetch.
      if (Date.now() > until || String(cause).includes("bad port")) throw new Error(`nobody can reach the web on port ${port}: ${String(cause ?? error)}`);
    }
    await sleep(100);
  }
}
