/** The demonstration's database, seen three ways: as the web through the bridge, as the worker's role, and as the owner for what no page can do. */
import pg from "pg";

import { closeDatabase, useDatabase } from "../../app/db/db.server";

export type Addresses = { adminUrl: string; webUrl: string; workerUrl: string };

export type World = {
  admin: pg.Client;
  worker: pg.Client;
  /** signed-in people by their label */
  tokens: Map<string, string>;
  /** ids that later events refer to, by a word of the story */
  ids: Map<string, string>;
  close(): Promise<void>;
};

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "coffer-demo" });
  await client.connect();
  await client.query("set synchronous_commit = off");
  return client;
}

/** A story that is cut off is not worth a flush per sentence: the last statement of `releaseClock` makes all of it durable. */
function withoutFlush(url: string): string {
  const address = new URL(url);
  address.searchParams.set("synchronous_commit", "off");
  return address.href;
}

export async function openWorld({ adminUrl, webUrl, workerUrl }: Addresses): Promise<World> {
  const [admin, worker] = await Promise.all([connected(adminUrl), connected(workerUrl), useDatabase({ url: withoutFlush(webUrl), connections: 4 })]);
  return {
    admin,
    worker,
    tokens: new Map(),
    ids: new Map(),
    close: async () => {
      await Promise.all([closeDatabase(), admin.end(), worker.end()]);
    },
  };
}

/** An id the story has made before; a word nobody wrote down is a mistake in the story. */
export function idOf(world: World, word: string): string {
  const id = world.ids.get(word);
  if (id === undefined) throw new Error(`the demonstration has nothing called ${word} yet`);
  return id;
}

export function tokenOf(world: World, label: string): string {
  const token = world.tokens.get(label);
  if (token === undefined) throw new Error(`nobody called ${label} is signed in`);
  return token;
}

/** The clock stands still where the story is. The sandbox never goes back, so events come in their order. */
export async function setClock({ admin }: World, at: Date): Promise<void> {
  await admin.query("update core.clock set sandbox = true, shift = interval '0', frozen_at = $1", [at.toISOString()]);
}

/** From now on business time is real time, and can be moved forward by hand. A clock that runs is left alone: it may have been moved. */
export async function releaseClock({ admin }: Pick<World, "admin">): Promise<void> {
  await admin.query("reset synchronous_commit");
  await admin.query("update core.clock set shift = interval '0', frozen_at = null where frozen_at is not null");
}
