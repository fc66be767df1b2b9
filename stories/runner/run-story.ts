/** Runs a story step by step. A failed expectation is noted and the story goes on; a step that cannot be taken ends it. */
import type { TestDatabase } from "../../sql/tests/support/database.ts";
import type { Action } from "./actions.ts";
import type { Difference } from "./compare.ts";
import { openDatabase } from "./database.ts";
import { changedTables, digest } from "./digest.ts";
import { check, checkBooks } from "./expect.ts";
import { failureOf, StoryFault, type Failure } from "./fault.ts";
import { leaveNothingBehind } from "./jobs.ts";
import { methodFor } from "./operator.ts";
import type { Refused, Repeat, Step, Story } from "./read-story.ts";
import { prepare, type Command } from "./verbs.ts";
import { moveClock, openWorld, refusalOf, type World } from "./world.ts";

const accepted = "accepted";

/** "accepted", or the code it was refused with. */
async function outcomeOf(command: Command): Promise<string> {
  try {
    await command();
    return accepted;
  } catch (error) {
    return refusalOf(error);
  }
}

async function act(world: World, step: Action): Promise<void> {
  const outcome = await outcomeOf(await prepare(world, step));
  if (outcome !== accepted) throw new StoryFault(step.do, accepted, outcome);
  await leaveNothingBehind(world);
}

/** The command must be refused with this code and leave every table as it was. */
async function refuse(world: World, { step, code }: Refused): Promise<Difference[]> {
  if (step.at !== undefined) await moveClock(world, step.at, "at");
  const command = await prepare(world, step);
  await leaveNothingBehind(world);
  const before = await digest(world.db.admin);
  const outcome = await outcomeOf(command);
  const changed = outcome === accepted ? [] : changedTables(before, await digest(world.db.admin));
  await leaveNothingBehind(world);
  return [
    ...(outcome === code ? [] : [{ key: "code", expected: code, actual: outcome }]),
    ...(changed.length === 0 ? [] : [{ key: "changed", expected: [], actual: changed }]),
  ];
}

async function outcomesOf(world: World, { times, concurrently, step }: Repeat): Promise<string[]> {
  if (step.at !== undefined) await moveClock(world, step.at, "at");
  const outcomes: string[] = [];
  if (concurrently) {
    const commands: Command[] = [];
    while (commands.length < times) commands.push(await prepare(world, step));
    outcomes.push(...(await Promise.all(commands.map(outcomeOf))));
    await leaveNothingBehind(world);
  } else {
    while (outcomes.length < times) {
      outcomes.push(await outcomeOf(await prepare(world, step)));
      await leaveNothingBehind(world);
    }
  }
  return outcomes;
}

/** Exactly so many succeed, the others are refused with the code. */
async function repeat(world: World, step: Repeat): Promise<Difference[]> {
  const outcomes = await outcomesOf(world, step);
  const expected = step.succeed ?? step.times;
  const succeeded = outcomes.filter((outcome) => outcome === accepted).length;
  const others = [...new Set(outcomes.filter((outcome) => outcome !== accepted && step.code !== undefined && outcome !== step.code))];
  return [
    ...(succeeded === expected ? [] : [{ key: "succeed", expected, actual: succeeded }]),
    ...(others.length === 0 ? [] : [{ key: "code", expected: step.code, actual: others }]),
  ];
}

async function take(world: World, step: Step): Promise<Difference[]> {
  if (step.at !== undefined) await moveClock(world, step.at, "at");
  if (step.do === "expect") return check(world, step);
  if (step.do === "refused") return refuse(world, step);
  if (step.do === "repeat") return repeat(world, step);
  await act(world, step);
  return [];
}

function whatEndedIt(step: number | null, error: unknown): Failure {
  if (error instanceof StoryFault) return failureOf(step, error);
  return { step, key: "runner", expected: "no fault", actual: error instanceof Error ? error.message : String(error) };
}

/** The first instant it names; a story without one begins on a day like any other. */
function beginningOf(steps: Step[]): string {
  const instants = steps.flatMap((step) => [step.at, "step" in step ? step.step.at : undefined]);
  return instants.find((at) => at !== undefined) ?? "2027-01-01T00:00:00+00:00";
}

/** On a database of its own, which it changes. Answers every failure. */
export async function runStory({ settings, steps }: Story, database: TestDatabase): Promise<Failure[]> {
  const failed: Failure[] = [];
  const note = (step: number | null, found: Difference[]) => failed.push(...found.map((difference) => ({ step, ...difference })));
  const db = await openDatabase(database);
  let index: number | null = null;
  try {
    const world = await openWorld(db, settings, beginningOf(steps));
    // Bonuses are paid from the first step on.
    if (settings.treasury === "unlimited") await methodFor(world, settings.currency);
    await leaveNothingBehind(world);
    try {
      for (index = 0; index < steps.length; index += 1) note(index, await take(world, steps[index] as Step));
    } catch (error) {
      failed.push(whatEndedIt(index, error));
    }
    index = null;
    note(index, await checkBooks(world));
  } catch (error) {
    failed.push(whatEndedIt(index, error));
  } finally {
    await db.close();
  }
  return failed;
}
