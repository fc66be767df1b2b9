/** A file's result, in the form the output promises. */
import { readFile } from "node:fs/promises";
import path from "node:path";

import type { Databases } from "./databases.ts";
import type { Failure } from "./fault.ts";
import { readStory } from "./read-story.ts";
import { runStory } from "./run-story.ts";

export type Report = { story: string; ok: boolean; steps: number; failed: Failure[]; ms: number };

/** Reads and runs one file on a fresh database, which is given back afterwards. */
export async function reportFile(file: string, databases: Databases): Promise<Report> {
  const started = performance.now();
  const { story, steps, failed } = await runFile(file, databases);
  return { story, ok: failed.length === 0, steps, failed, ms: Math.round(performance.now() - started) };
}

async function runFile(file: string, databases: Databases): Promise<{ story: string; steps: number; failed: Failure[] }> {
  const name = path.basename(file, ".json");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return { story: name, steps: 0, failed: [{ step: null, key: "file", expected: "a file that can be read", actual: (error as Error).message }] };
  }
  const story = readStory(text, name);
  if (!story.ok) return story;
  try {
    const database = await databases.take();
    try {
      return { story: story.story, steps: story.steps, failed: await runStory(story.read, database) };
    } finally {
      databases.give(database);
    }
  } catch (error) {
    // No database to run on: this file failed, and every file has its line.
    return { story: story.story, steps: story.steps, failed: [{ step: null, key: "runner", expected: "a database", actual: (error as Error).message }] };
  }
}
