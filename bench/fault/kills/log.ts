/** What a client wrote down before and after each command: it survives the client, because it is in the system's hands before the call is. */
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

import type { Desk } from "../../../sql/tests/support/builders";
import { wordFor } from "../hammer";

type Answer = Awaited<ReturnType<Desk["ask"]>>;
export type Command = { name: string; args: Record<string, unknown> };
type Line = { intent: string; name: string; args: Record<string, unknown> } | { answered: string; answer: Answer } | { refused: string; code: string } | { lost: string };

/** The desk, with every command that has a request key written down around its call. */
export function logged(desk: Desk, file: string): Desk {
  const descriptor = openSync(file, "a");
  process.once("exit", () => closeSync(descriptor));
  const write = (line: Line) => writeSync(descriptor, `${JSON.stringify(line)}\n`);
  const ask = async (name: string, args: Record<string, unknown> = {}): Promise<Answer> => {
    const key = args.key as string | undefined;
    if (key === undefined) return desk.ask(name, args);
    write({ intent: key, name, args });
    try {
      const answer = await desk.ask(name, args);
      write({ answered: key, answer });
      return answer;
    } catch (error) {
      const { word, named } = wordFor(error);
      write(named ? { refused: key, code: word } : { lost: key });
      throw error;
    }
  };
  return { ...desk, ask };
}

export type Entry = Command & { key: string; end: "under way" | "lost" | "refused" | "answered"; answer: Answer | null };

/** Reads on where it stopped: entries by key, and those that have changed since. */
export class LogReader {
  readonly entries = new Map<string, Entry>();
  private read = 0;
  constructor(readonly file: string) {}
  news(): Entry[] {
    const text = readFileSync(this.file, "utf8");
    // A line that was cut in the middle by a kill was never finished: nothing was sent after it.
    const end = text.lastIndexOf("\n") + 1;
    const changed: Entry[] = [];
    for (const part of text.slice(this.read, end).split("\n").filter((one) => one !== "")) {
      const line = JSON.parse(part) as Line;
      if ("intent" in line) {
        this.entries.set(line.intent, { key: line.intent, name: line.name, args: line.args, end: "under way", answer: null });
        continue;
      }
      const key = "answered" in line ? line.answered : "refused" in line ? line.refused : line.lost;
      const entry = this.entries.get(key);
      if (!entry) throw new Error(`an end without a beginning: ${part}`);
      entry.end = "answered" in line ? "answered" : "refused" in line ? "refused" : "lost";
      entry.answer = "answered" in line ? line.answer : null;
      changed.push(entry);
    }
    this.read = end;
    return changed;
  }
  /** Those that whoever died left without an end. */
  open(): Entry[] {
    return [...this.entries.values()].filter((entry) => entry.end === "under way");
  }
}
