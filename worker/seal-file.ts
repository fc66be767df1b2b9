/**
 * The file of roots: what the database said of its seals, kept where the database cannot change it. Lines are only ever
 * appended. What a kill has cut short stays as it is and means nothing: the next line begins after a newline of its own, and
 * whoever reads the file passes over lines that are not `number sealed_at journals root`.
 */
import { mkdir, open, type FileHandle } from "node:fs/promises";
import path from "node:path";

import { sealLine, type SealsAfter } from "~/db/worker.server";

import type { TaskTools } from "./task";

const shape = /^(\d{1,18}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) (\d+) ([0-9a-f]{64})$/;
/** A line has less than 140 bytes, so this holds the last whole one behind many that were cut short. */
const tailBytes = 65_536;

type KeptRoot = { number: string; root: string };

/** The file and the database say different things about the same seal: one of them has been changed. */
export class RootsDiffer extends Error {
  constructor(readonly facts: { seal: string; kept: string; found: string | null }) {
    super(`seal ${facts.seal} has the root ${facts.found ?? "of no seal"} in the database and ${facts.kept} in the file of roots`);
  }
}

async function lastOf(file: FileHandle): Promise<{ last: KeptRoot | null; torn: boolean }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - tailBytes);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  const text = buffer.toString("latin1", 0, bytesRead);
  const found = text.split("\n").findLast((line) => shape.test(line));
  const [, number = "", , , root = ""] = shape.exec(found ?? "") ?? [];
  if (found === undefined && from > 0) throw new Error("the end of the file of roots holds no root");
  return { last: found === undefined ? null : { number, root }, torn: text !== "" && !text.endsWith("\n") };
}

/** A new file is there after a power cut only when its folder says so. Windows cannot open a folder and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Appends the roots that the file lacks and answers how many. `after` gives the seals above a number and the root of the number
 * itself. Throws `RootsDiffer`, and writes nothing, when the last root of the file is not the database's.
 */
export async function appendRoots(name: string, after: (number: string) => Promise<SealsAfter>): Promise<number> {
  await mkdir(path.dirname(name), { recursive: true });
  const file = await open(name, "a+");
  try {
    const isNew = (await file.stat()).size === 0;
    for (let appended = 0; ; ) {
      const { last, torn } = await lastOf(file);
      const { seals, root } = await after(last?.number ?? "0");
      if (last !== null && last.root !== root) throw new RootsDiffer({ seal: last.number, kept: last.root, found: root });
      if (seals.length === 0) return appended;
      await file.appendFile(`${torn ? "\n" : ""}${seals.map(sealLine).join("\n")}\n`);
      await file.sync();
      if (isNew && appended === 0) await syncFolder(path.dirname(name));
      appended += seals.length;
    }
  } finally {
    await file.close();
  }
}

/** As appendRoots, by one worker at a time; a contradiction is an alarm. */
export async function keepRoots(name: string, after: (number: string) => Promise<SealsAfter>, { log, alone }: Pick<TaskTools, "log" | "alone">): Promise<void> {
  // Two that append at once would each write what the file lacked before the other did.
  await alone(`roots:${name}`, async () => {
    try {
      await appendRoots(name, after);
    } catch (error) {
      if (error instanceof RootsDiffer) log.error({ alarm: "seals", ...error.facts, file: name }, "the database contradicts the file of roots");
      throw error;
    }
  });
}

/** Seals until nothing is left; false when it was told to stop before. */
export async function sealUntilDone(seal: () => Promise<number>, what: string, { log, stopping }: Pick<TaskTools, "log" | "stopping">): Promise<boolean> {
  let sealed = 0;
  for (let last = 1; last > 0; sealed += last) {
    if (stopping()) return false;
    last = await seal();
  }
  if (sealed > 0) log.info({ [what]: sealed }, "sealed");
  return true;
}
