/** Row 15: the real task and transport against a mail server that drops, stalls and refuses. Every mail arrives or is parked with a reason. */
import { setTimeout as sleep } from "node:timers/promises";

import { startSmtpServer, type Behaviour } from "../../worker/tests/support/smtp-server";
import { startWorkerInside } from "../../worker/tests/support/worker-inside";
import { queueMails, superuser } from "../../worker/tests/support/worker-process";
import { randomFrom } from "../hammer/random";
import type { Suite } from "./suite";

const moods: readonly Behaviour[] = ["accept", "accept", "accept", "refuse", "drop", "busy", "drop after", "stall"];
const batch = 25;
/** What still waits when the time is over is worked off by an honest server. */
const patienceMs = 120_000;
const idOf = (messageId: string | undefined): string => /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/.exec(messageId ?? "")?.[0] ?? "";

export const smtp: Suite = {
  name: "smtp", rows: "15",
  async run(ground, { seed, seconds }, findings) {
    const random = randomFrom(seed);
    const database = await ground.database();
    const db = await superuser(database);
    const server = await startSmtpServer();
    const copies = new Map<string, number>();
    const collect = () => { for (const mail of server.accepted.splice(0)) copies.set(idOf(mail.messageId), (copies.get(idOf(mail.messageId)) ?? 0) + 1); };
    await db.rows("update core.settings set value = '0' where key = 'mail_retry_seconds'");
    let worker = await startWorkerInside(database, server.url);
    try {
      const until = performance.now() + seconds * 1_000;
      const waiting = async () => Number.parseInt((await db.rows<{ n: string }>("select count(*)::text as n from outbox.mails where state = 'queued'"))[0]?.n ?? "0", 10);
      while (performance.now() < until) {
        if ((await waiting()) < batch * 2) await queueMails(db, batch);
        const mood = random.pick(moods) ?? "accept";
        server.behave(mood);
        if (mood !== "accept") findings.fault(`server: ${mood}`);
        await sleep(60 + random.int(200));
        if (random.chance(2)) {
          await worker.stop();
          findings.fault("worker stopped");
          worker = await startWorkerInside(database, server.url);
        }
        collect();
      }
      server.behave("accept");
      for (const end = performance.now() + patienceMs; (await waiting()) > 0 && performance.now() < end; ) await sleep(100);
      collect();
      const mails = await db.rows<{ id: string; state: string; attempts: number; error: string | null }>("select id::text, state, attempts, error from outbox.mails order by id");
      for (const { id, state, attempts, error } of mails) {
        findings.operation("mail", state);
        const told = state === "sent" ? copies.has(id) : state === "parked" && attempts === 4 && (error ?? "") !== "";
        findings.answer("mail", "a mail arrived, or is parked with the reason", told, () => `${id} is ${state} after ${attempts}: ${error ?? ""}`);
      }
      const known = new Set(mails.map(({ id }) => id));
      findings.check("nothing arrived that was not ours", [...copies.keys()].every((id) => known.has(id)), () => [...copies.keys()].filter((id) => !known.has(id)).slice(0, 3).join());
      findings.facts.lost = mails.filter(({ id, state }) => state === "sent" && !copies.has(id)).length;
      findings.facts.duplicates = [...copies.values()].reduce((sum, count) => sum + count - 1, 0);
    } finally {
      await worker.stop();
      await server.close();
      await db.end();
      await database.drop();
    }
  },
};
