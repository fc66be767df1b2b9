/** Fresh databases, one ahead: the next story's is made and the last one's dropped while a story runs. */
import type { TestDatabase } from "../../sql/tests/support/database.ts";

export type Databases = { take(): Promise<TestDatabase>; give(database: TestDatabase): void; close(): Promise<void> };

export function openDatabases(make: () => Promise<TestDatabase>): Databases {
  let next: Promise<TestDatabase> | undefined;
  const ending: Promise<void>[] = [];
  const ahead = (): Promise<TestDatabase> => {
    const made = make();
    // Whoever takes it sees why it could not be made; until then nobody may be told twice.
    made.catch(() => undefined);
    return made;
  };
  return {
    take: () => {
      const taken = next ?? ahead();
      next = taken.then(ahead);
      next.catch(() => undefined);
      return taken;
    },
    // The whole cluster is thrown away: one database that stays a little longer is no failure of a story.
    give: (database) => void ending.push(database.drop().catch(() => undefined)),
    close: async () => {
      await next?.then((unused) => unused.drop()).catch(() => undefined);
      await Promise.all(ending);
    },
  };
}
