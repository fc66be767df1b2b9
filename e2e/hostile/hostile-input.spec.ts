/**
 * Row 25 of the safety table and bad input: every form of every page, each field, with the public list of naughty strings and what is
 * aimed at this application. No answer is a 5xx or a refusal without a word, nothing that was typed becomes part of a page, nothing
 * runs; what was kept is looked at where members and staff read it. `CORPUS=all` sends everything, every run draws the same, `CORPUS_SEED=8` draws others.
 */
import { writeFileSync } from "node:fs";

import { Attack } from "../support/attack";
import { corpus, drawing, hitting, seed, wholeCorpus } from "../support/corpus";
import { liftPostLimit, runsHome } from "../support/owner";
import { addressOf } from "../support/page-address";
import { pages, type PageEntry } from "../support/pages";
import { queryNames } from "../support/queries";
import { Sender } from "../support/sender";
import { formsOf, nameOf, pressed } from "../support/page-forms";
import { expect, test } from "../support/test";
import { setTrap, submitIn } from "../support/trap";

// In one process and in this order: what the first ones leave behind the last ones look at.
test.describe.configure({ mode: "serial" });

type Open = { route: string; entry: PageEntry; sender: Sender; address: string };

/** Few are opened in a browser when not everything is sent. */
const mostInBrowser = wholeCorpus ? 500 : 5;
/** Whoever sends everything may send as fast as it goes, where we can allow it. */
const limited = !wholeCorpus || runsHome === "";
const attack = new Attack();
const shared = new Map<string, Sender>();
const opened: Open[] = [];
const ran: string[] = [];
let told = 0;
/** Pages of things that an earlier test of the run has used up. */
const gone: string[] = [];
const figures = { pages: 0, addresses: 0, "pages with what was kept": 0, "looked at in a browser": 0, executed: 0, "in two windows": 0 };

function senderOf(entry: PageEntry): Sender {
  if (entry.before) return new Sender(entry, limited);
  const who = entry.as ?? "nobody";
  const sender = shared.get(who) ?? new Sender(entry, limited);
  shared.set(who, sender);
  return sender;
}

test.beforeAll(async () => {
  if (!limited) await liftPostLimit();
});

// A long run that is broken off has told what it found.
test.afterEach(() => {
  for (const fault of attack.faults.slice(told)) process.stdout.write(`hostile input: ${fault}\n`);
  told = attack.faults.length;
});

test("the pages as they are when nobody attacks", async () => {
  test.setTimeout(180_000);
  process.stdout.write(`hostile input: CORPUS_SEED=${seed}, ${corpus.readable.length} strings and ${corpus.unreadable.length} that nothing can keep\n`);
  for (const [route, entry] of Object.entries(pages)) {
    const sender = senderOf(entry);
    const asked = await addressOf(entry, await sender.get()).catch(() => null);
    if (asked === null) {
      gone.push(route);
      continue;
    }
    const first = await attack.open(asked, sender);
    // A list may choose its own filter.
    const address = first.status === 302 ? first.location : asked;
    const answer = first.status === 302 ? await attack.open(address, sender) : first;
    expect(answer.status, `${route} at ${address}`).toBe(entry.status ?? 200);
    attack.learn(answer);
    opened.push({ route, entry, sender, address });
  }
  figures.pages = opened.length;
  expect(gone.length, gone.join(", ")).toBeLessThan(4);
});

for (const who of ["nobody", ...new Set(Object.values(pages).flatMap(({ as }) => (as ? [as] : [])))]) {
  test(`every form that ${who} finds`, async () => {
    test.setTimeout(wholeCorpus ? 6 * 3_600_000 : 180_000);
    for (const { entry, sender, address } of opened.filter((one) => (one.entry.as ?? "nobody") === who)) {
      const page = await attack.open(address, sender);
      for (const form of attack.newForms(page.html, address)) await attack.run({ page: address, sender, form });
      if (entry.before) await sender.leave();
    }
    });
}

test("every address, with what its query and its path may be made of", async () => {
  test.setTimeout(wholeCorpus ? 3_600_000 : 180_000);
  const names = queryNames();
  expect(names.length).toBeGreaterThan(15);
  const draw = drawing([...corpus.readable, ...corpus.unreadable], 3);
  for (const { entry, sender, address } of opened.filter((one) => !one.entry.before)) {
    for (let most = wholeCorpus ? 40 : 1; most > 0; most -= 1) {
      const text = draw();
      const sent = encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
      const path = address.replace(/\?.*/, "");
      const asked = most % 2 === 0 ? `${path}?${names.map((name) => `${name}=${sent}`).join("&")}` : `${path.replace(/[^/]*$/, "")}${sent.slice(0, 2_000)}`;
      figures.addresses += 1;
      const answer = await attack.open(asked, sender);
      attack.judge(answer, `${entry.as ?? "nobody"} at ${asked.slice(0, 200)}`);
    }
  }
});

test("what was kept is text wherever members and staff read it, and nothing runs", async ({ browser }) => {
  test.setTimeout(wholeCorpus ? 3_600_000 : 180_000);
  const kept: Open[] = [];
  for (const one of opened.filter(({ entry }) => !entry.before)) {
    const page = await attack.open(one.address, one.sender);
    attack.judge(page, `${one.route} afterwards`);
    if (page.html.includes("__hit")) kept.push(one);
  }
  figures["pages with what was kept"] = kept.length;
  for (const { address, sender } of kept.slice(0, mostInBrowser)) {
    const trap = await setTrap(browser, await (await sender.get()).session());
    await trap.page.goto(address, { waitUntil: "load" });
    ran.push(...(await trap.sprung(address)));
    await trap.close();
    figures["looked at in a browser"] += 1;
  }
  const draw = drawing(hitting, 4);
  for (const { page, sender, form, names } of attack.echoing.slice(0, mostInBrowser)) {
    const trap = await setTrap(browser, await (await sender.get()).session());
    await trap.page.goto(page, { waitUntil: "load" });
    await submitIn(trap.page, form.path, { ...pressed(form), ...Object.fromEntries(names.map((name) => [name, draw()])) });
    ran.push(...(await trap.sprung(`${form.path} answering`)));
    await trap.close();
    figures["looked at in a browser"] += 1;
  }
  figures.executed = ran.length;
});

test("every form in two windows: the second is told what the first has done", async () => {
  test.setTimeout(600_000);
  const sent = new Set<string>();
  for (const { sender, address } of opened.filter((one) => !one.entry.before)) {
    const page = await attack.open(address, sender);
    for (const form of formsOf(page.html, address)) {
      if (form.method !== "post" || sent.has(nameOf(form))) continue;
      sent.add(nameOf(form));
      await attack.twice({ page: address, sender, form });
    }
  }
  figures["in two windows"] = sent.size;
  expect(sent.size).toBeGreaterThan(30);
});

test("no 5xx, no refusal without a word, nothing of theirs in a page, nothing executed", async () => {
  const sum = { seed, all: wholeCorpus, ...figures, ...attack.total() };
  process.stdout.write(`hostile input: ${JSON.stringify(sum)}\n`);
  if (process.env.CORPUS_REPORT) writeFileSync(process.env.CORPUS_REPORT, `${JSON.stringify(sum, null, 2)}\n`);
  expect(attack.faults, `with CORPUS_SEED=${seed}`).toEqual([]);
  expect(ran).toEqual([]);
  expect(sum.forms).toBeGreaterThan(30);
  expect(sum["pages with what was kept"]).toBeGreaterThan(0);
  expect(sum.echoed).toBeGreaterThan(sum.forms);
  for (const sender of shared.values()) await sender.leave();
});
