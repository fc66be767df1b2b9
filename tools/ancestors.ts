import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { hasEnded } from "./has-ended";

function parentOf(pid: number): number | null {
  try {
    if (process.platform === "linux") {
      // The name stands in brackets and may hold spaces; the parent is the second field after it.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return Number.parseInt(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? "", 10) || null;
    }
    if (process.platform === "win32") return null;
    return Number.parseInt(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)]).toString(), 10) || null;
  } catch {
    return null;
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)]).toString();
  } catch {
    return "";
  }
}

/**
 * Calls `gone` once when what started us has died without telling us: `npm start` is a chain of processes (npm, a shell,
 * tsx, this one), and killing its head must not leave the rest holding the port and the data folder.
 */
export function watchAncestors(gone: () => void): void {
  const watched: number[] = [];
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  for (let pid: number | null = process.ppid; pid !== null && pid > 1 && watched.length < 6; pid = parentOf(pid)) {
    const command = commandOf(pid);
    // A plain shell above us may close while we are meant to go on (nohup); npm and tsx are only our wrapping.
    if (!underNpm && !command.includes("tsx")) break;
    watched.push(pid);
    if (/\bnpm\b/.test(command)) break;
  }
  const timer = setInterval(() => {
    if (!watched.some(hasEnded)) return;
    clearInterval(timer);
    gone();
  }, 300);
  timer.unref();
}
