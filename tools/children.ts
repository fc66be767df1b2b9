/** The web and the worker as children that cannot outlive us: a channel to each closes when we die, however that happens. */
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";

export type Part = {
  name: string;
  /** resolves when it says it is up; rejects when it ends before */
  ready: Promise<void>;
  stop(): Promise<void>;
};

type PartOptions = {
  name: string;
  script: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** where its log lines go; absent: this terminal */
  logDir?: string;
  /** called when it ended by itself and could not be brought back */
  failed: (reason: string) => void;
};

const patience = 12_000;
const restartsPerMinute = 5;

export function startPart({ name, script, args, env, logDir, failed }: PartOptions): Part {
  let child: ChildProcess | undefined;
  let stopping = false;
  let up = false;
  const restarts: number[] = [];
  if (logDir) mkdirSync(logDir, { recursive: true });
  const logFile = logDir ? createWriteStream(path.join(logDir, `${name}.log`), { flags: "a", mode: 0o600 }) : undefined;

  let resolveReady: () => void = () => undefined;
  let rejectReady: (error: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    resolveReady = resolve;
    rejectReady = reject;
  });

  const launch = () => {
    child = spawn(process.execPath, ["--enable-source-maps", script, ...args], { env, stdio: ["ignore", logFile ? "pipe" : "inherit", "inherit", "ipc"] });
    if (logFile) child.stdout?.pipe(logFile, { end: false });
    child.on("message", () => {
      up = true;
      resolveReady();
    });
    child.on("exit", (code, signal) => {
      if (stopping) return;
      const reason = `${name} ended with ${signal ?? `code ${code}`}`;
      if (!up) {
        rejectReady(new Error(reason));
        return;
      }
      const now = Date.now();
      restarts.push(now);
      while ((restarts[0] ?? now) < now - 60_000) restarts.shift();
      if (restarts.length > restartsPerMinute) failed(`${reason}, ${restarts.length} times within a minute`);
      else {
        process.stderr.write(`${reason}; starting it again\n`);
        setTimeout(launch, 250 * restarts.length);
      }
    });
  };
  launch();

  return {
    name,
    ready,
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        const ending = child;
        if (!ending || ending.exitCode !== null || ending.signalCode !== null) return resolve();
        const force = setTimeout(() => ending.kill("SIGKILL"), patience);
        ending.once("exit", () => {
          clearTimeout(force);
          resolve();
        });
        ending.kill("SIGTERM");
      }),
  };
}
