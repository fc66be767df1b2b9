/**
 * Started by root, PostgreSQL runs as a user of its own, and that user may not be able to walk to a clone that lies in /root
 * or in a private temporary folder. Then its programs and data live in /var/lib/coffer, and the data folder links there.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";

export type ServerUser = { uid?: number; gid?: number };

const base = "/var/lib/coffer";

function canEnter(place: string, { uid, gid }: ServerUser): boolean {
  if (uid === undefined || gid === undefined) return true;
  return spawnSync("sh", ["-c", 'test -x "$0"', place], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
}

/** The folder of the server's programs, or a copy of it that the user can execute. */
export function reachableBinaries(bin: string, user: ServerUser): string {
  if (canEnter(path.join(bin, "postgres"), user)) return bin;
  const version = execFileSync(path.join(bin, "postgres"), ["--version"]).toString();
  const home = path.join(base, `programs-${createHash("sha256").update(`${version}${bin}`).digest("hex").slice(0, 12)}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.${process.pid}`;
    openBase();
    cpSync(path.dirname(bin), unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, home);
  }
  return path.join(home, path.basename(bin));
}

function openBase(): void {
  mkdirSync(base, { recursive: true });
  chmodSync(base, 0o755);
}

const isLink = (place: string): boolean => lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** The data folder itself, or where it leads to. A folder whose link was deleted is begun anew, as deleting it would have meant. */
export function reachableDataFolder(dir: string, user: ServerUser): string {
  if (isLink(dir) && existsSync(dir)) return realpathSync(dir);
  mkdirSync(path.dirname(dir), { recursive: true });
  if (canEnter(path.dirname(dir), user) || user.uid === undefined || user.gid === undefined) return dir;
  if (existsSync(dir) && !isLink(dir)) throw new Error(`the database's user cannot reach ${dir}; move the folder or set COFFER_HOME to another place`);
  const target = path.join(base, `data-${createHash("sha256").update(dir).digest("hex").slice(0, 12)}`);
  rmSync(target, { recursive: true, force: true });
  rmSync(dir, { force: true });
  openBase();
  mkdirSync(target, { mode: 0o700 });
  chownSync(target, user.uid, user.gid);
  symlinkSync(target, dir);
  return target;
}
