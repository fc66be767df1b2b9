/**
 * One start per data folder. The lock is a listening socket: the system frees it however the process dies, and a second
 * start can ask the first who it is.
 */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type Running = { pid: number; address: string; stopping: boolean };

function socketPath(home: string): string {
  const name = createHash("sha256").update(path.resolve(home)).digest("hex").slice(0, 16);
  return process.platform === "win32" ? `\\\\.\\pipe\\coffer-${name}` : path.join(tmpdir(), `coffer-${name}.sock`);
}

function ask(socket: string): Promise<Running | null> {
  return new Promise((resolve) => {
    const link = connect(socket);
    let text = "";
    link.setTimeout(2000, () => link.destroy());
    link.on("data", (chunk: Buffer) => (text += chunk.toString()));
    link.on("error", () => resolve(null));
    link.on("close", () => {
      try {
        resolve(JSON.parse(text) as Running);
      } catch {
        resolve(null);
      }
    });
  });
}

function listen(socket: string, describe: () => Running): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((link) => {
      link.on("error", () => undefined);
      link.end(JSON.stringify(describe()));
    });
    server.once("error", reject);
    server.listen(socket, () => {
      server.unref();
      resolve(server);
    });
  });
}

export class AlreadyRunning extends Error {}

/**
 * Takes the folder, or throws AlreadyRunning with a sentence for the person. A predecessor that is on its way out
 * (its terminal was killed, it is still closing the database) is waited for.
 */
export async function takeFolder(home: string, describe: () => Running): Promise<() => void> {
  const socket = socketPath(home);
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      const server = await listen(socket, describe);
      return () => {
        server.close();
        if (process.platform !== "win32") rmSync(socket, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
    const running = await ask(socket);
    if (running === null) {
      // Nobody answers: the name is left over from a process that was killed.
      rmSync(socket, { force: true });
    } else if (!running.stopping || Date.now() > until) {
      throw new AlreadyRunning(
        `Coffer already runs on the folder ${home} (process ${running.pid}, ${running.address}). Stop it first, or set COFFER_HOME to another folder and PORT to another port.`,
      );
    }
    await sleep(250);
  }
}
