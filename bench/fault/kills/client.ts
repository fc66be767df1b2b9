/** A client process that plays the web: commands of the money path as fast as they are answered, each written down. It is killed, never stopped. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { openDesk } from "../../../sql/tests/support/builders";
import { mix } from "../../hammer/operations";
import { randomFrom } from "../../hammer/random";
import type { Client, World } from "../../hammer/world";
import { wordFor } from "../hammer";
import { logged } from "./log";

export type Plan = Pick<World, "members" | "finance" | "operations" | "methods" | "plans"> & { host: string; database: string; log: string; seed: number };

const lanes = 2;
/** Between two commands: the mails of all have to be written and sent by one worker. */
const thoughtMs = 400;
const money = ["deposit", "decide", "invest", "transfer", "withdraw", "cancel", "send", "close", "fund", "treasury_return", "bank_transfer", "cancel_request"];
const deck = mix.filter(([name]) => money.includes(name)).flatMap(([, weight, run]) => Array.from({ length: weight }, () => run));

const plan = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Plan;
const desk = await openDesk({ name: plan.database, url: (role) => `postgres://${role}@${plan.host}/${plan.database}`, drop: () => Promise.resolve() }, lanes);
const world: World = {
  desk: logged(desk, plan.log), members: plan.members, finance: plan.finance, operations: plan.operations, methods: plan.methods, plans: plan.plans,
  requests: [], made: [], openDeposits: [], openWithdrawals: [], approved: [], sent: [], investments: [], commands: [], acknowledged: [], owners: new Map(), referrers: new Map(), people: 0, differences: [],
};

process.on("disconnect", () => process.exit(0));
await Promise.all(Array.from({ length: lanes }, async (_, n) => {
  const client: Client = { world, random: randomFrom(plan.seed * 10 + n) };
  for (;;) {
    const accepted = await client.random.pick(deck)?.(client).then((word) => word === "accepted", async (error: unknown) => {
      // A database that is away is waited for; a refusal is an answer.
      if (!wordFor(error).named) await sleep(100);
      return false;
    });
    await sleep(client.random.int(thoughtMs));
    if (accepted) process.send?.("accepted");
    // What is remembered only to be told again has no end here.
    world.acknowledged.length = 0;
  }
}));
