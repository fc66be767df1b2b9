/**
 * Fills an empty database with the demonstration: six weeks of a small company, told by calling the same desk functions as people
 * and jobs do, while the sandbox clock stands where the story is. Afterwards business time is real time.
 */
import { tell, weeks } from "./demo/story";
import { accrue, closeBooks, emptyOutbox } from "./demo/jobs";
import { deliverMails, stampMails } from "./demo/mails";
import { signEverybodyOut } from "./demo/people";
import { Timeline } from "./demo/timeline";
import { openWorld, releaseClock, setClock, type Addresses, type World } from "./demo/world";

/** Midnight in UTC and in Kolkata, where the rupee plan's days begin; a few minutes later, as the worker would be. */
const nightly = ["0:04", "18:34"] as const;

async function isEmpty({ admin }: World): Promise<boolean> {
  const { rows } = await admin.query<{ empty: boolean }>("select not exists (select from identity.staff) and not exists (select from identity.members) as empty");
  return rows[0]?.empty === true;
}

async function run(world: World): Promise<void> {
  const since = new Date();
  const story = new Timeline(since);
  for (let day = weeks * 7 - 1; day >= 0; day -= 1) for (const time of nightly) story.day(day, time, accrue);
  tell(story);
  for (const { at, what } of story.inOrder()) {
    await setClock(world, at);
    await what(world, at);
    await emptyOutbox(world);
    await stampMails(world, at, since);
  }
  await closeBooks(world);
  await deliverMails(world);
  await signEverybodyOut(world);
  // People who try the demonstration at once must not find the tickets of the story's sign-ins used up.
  await world.admin.query("delete from identity.rate_counters");
}

/** Answers whether there was anything to do. */
export async function seedDemo(addresses: Addresses): Promise<boolean> {
  const world = await openWorld(addresses);
  try {
    if (!(await isEmpty(world))) {
      // A start that was cut off in the middle of the story left the clock standing.
      await releaseClock(world);
      return false;
    }
    try {
      await run(world);
    } finally {
      await releaseClock(world);
    }
    return true;
  } finally {
    await world.close();
  }
}
