/** Announcements: drafts are staff's, what is published reaches its members between its days, and nothing that was written is lost. */
import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDesk, refusalOf, type Desk } from "../../tests/support/builders";
import { testDatabase, type TestDatabase } from "../../tests/support/database";

let database: TestDatabase;
let desk: Desk;
let operations: Awaited<ReturnType<Desk["staff"]>>;
let ann: Awaited<ReturnType<Desk["member"]>>;
let bo: typeof ann;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database);
  await desk.clock("2027-03-10T12:00:00Z");
  await desk.set({ timezone: "UTC" });
  operations = await desk.staff("operations");
  [ann, bo] = [await desk.member("ann"), await desk.member("bo")];
  await desk.sql("select network.first_plan(timestamptz '2027-01-01')").catch(() => undefined);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

type Told = { id: string; version: number; over?: boolean; from_on: string; until_on: string | null; texts: Record<string, { title: string; body: string }> };
const english = { title_en: "News", body_en: "Words" };
const save = (more: Record<string, unknown> = {}, texts: Record<string, string> = english) =>
  desk.ask("staff_announcement_save", { token: operations.token, announcement: null, audience: "all", from: null, until: null, texts: JSON.stringify(texts), key: randomUUID(), ...more }) as Promise<{ announcement: string; version: number }>;
const publish = (announcement: string, version: number) => desk.ask("staff_announcement_publish", { token: operations.token, announcement, version });
const withdraw = (announcement: string) => desk.ask("staff_announcement_withdraw", { token: operations.token, announcement });
const home = async (who = ann) => ((await desk.ask("member_home", { token: who.token })) as unknown as { announcements: Told[] }).announcements.map(({ id }) => id);
const all = async (who = ann) => ((await desk.ask("member_announcements", { token: who.token })) as unknown as { items: Told[] }).items;
const refused = (asked: Promise<unknown>) => asked.then(() => "accepted", (error: unknown) => refusalOf(error)?.code);
const standing = async (announcement: string) => ((await desk.ask("staff_announcement", { token: operations.token, announcement })) as unknown as { announcement: { standing: string } }).announcement.standing;

test("a draft is seen by staff alone, and published as the version that was read", async () => {
  const key = randomUUID();
  const draft = await save({ key });
  expect(await save({ key }), "the same key is the same announcement").toEqual(draft);
  expect(await home()).not.toContain(draft.announcement);
  expect(await refused(desk.ask("member_announcement_dismiss", { token: ann.token, announcement: draft.announcement }))).toBe("not_found");
  const second = await save({ announcement: draft.announcement }, { ...english, title_es: "Noticias", body_es: "Palabras" });
  expect(second).toEqual({ announcement: draft.announcement, version: 2 });
  expect(await refused(publish(draft.announcement, 1)), "somebody wrote another one since").toBe("announcement_changed");
  await publish(draft.announcement, 2);
  await publish(draft.announcement, 2);
  expect(await standing(draft.announcement)).toBe("shown");
  expect((await all()).find(({ id }) => id === draft.announcement)).toMatchObject({ over: false, texts: { en: { title: "News" }, es: { title: "Noticias", body: "Palabras" } } });
  const { versions } = (await desk.ask("staff_announcement", { token: operations.token, announcement: draft.announcement })) as unknown as { versions: Told[] };
  expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(await desk.sql("select action from audit.log where object_id = $1 order by id", [draft.announcement])).toEqual(["announcement_save", "announcement_save", "announcement_publish", "announcement_publish"].map((action) => ({ action })));
});

test("whoever puts it away no longer sees it on the first page; others do", async () => {
  const { announcement, version } = await save();
  await publish(announcement, version);
  await desk.ask("member_announcement_dismiss", { token: ann.token, announcement });
  await desk.ask("member_announcement_dismiss", { token: ann.token, announcement });
  expect(await home(ann)).not.toContain(announcement);
  expect(await home(bo)).toContain(announcement);
  expect((await all(ann)).map(({ id }) => id)).toContain(announcement);
});

test("it is shown from its first day to the end of its last, and stays on the page of all", async () => {
  const { announcement, version } = await save({ from: "2027-03-11", until: "2027-03-12" });
  await publish(announcement, version);
  expect(await standing(announcement)).toBe("planned");
  expect([await home(), (await all()).map(({ id }) => id)].flat()).not.toContain(announcement);
  await desk.clock("2027-03-12T23:59:59Z");
  expect(await home()).toContain(announcement);
  expect((await all()).find(({ id }) => id === announcement)).toMatchObject({ from_on: "2027-03-11", until_on: "2027-03-12" });
  await desk.clock("2027-03-13T00:00:00Z");
  expect(await home()).not.toContain(announcement);
  expect((await all()).find(({ id }) => id === announcement)).toMatchObject({ over: true });
  expect(await standing(announcement)).toBe("over");
  expect(await refused(save({ from: "2027-03-12", until: "2027-03-11" }))).toBe("period_reversed");
});

test("a segment alone is told", async () => {
  const [finance, method] = [await desk.staff("finance"), await desk.method()];
  await desk.deposit(ann, "100.00", method, finance);
  await desk.invest(ann, await desk.plan(operations, finance), "50.00");
  const [investing, network] = [await save({ audience: "investing" }), await save({ audience: "network" })];
  for (const { announcement, version } of [investing, network]) await publish(announcement, version);
  expect(await home(ann)).toContain(investing.announcement);
  expect(await home(bo)).not.toContain(investing.announcement);
  expect([await home(ann), await home(bo)].flat()).not.toContain(network.announcement);
});

test("what was published is withdrawn from every page and written no further", async () => {
  const { announcement, version } = await save();
  expect(await refused(withdraw(announcement)), "a draft").toBe("not_found");
  await publish(announcement, version);
  await withdraw(announcement);
  await withdraw(announcement);
  expect([await home(bo), (await all(bo)).map(({ id }) => id)].flat()).not.toContain(announcement);
  expect(await refused(save({ announcement }))).toBe("announcement_withdrawn");
  expect(await refused(publish(announcement, version))).toBe("announcement_withdrawn");
  expect(await standing(announcement)).toBe("withdrawn");
});

type Noticed = { id: string; kind: string; template: string; facts: { announcement?: string; titles?: Record<string, string> } };
const notices = async (announcement: string, who = ann) =>
  ((await desk.ask("member_notices", { token: who.token, limit: 100 })) as unknown as { items: Noticed[] }).items.filter(({ facts }) => facts.announcement === announcement);
const publishTold = (announcement: string, version: number) => desk.ask("staff_announcement_publish", { token: operations.token, announcement, version, notify: true });
const tell = async () => {
  let told = 0;
  for (;;) {
    const answer = (await desk.job("worker_announce")) as unknown as { told: number; more: boolean };
    if (!answer.more) return told;
    told += answer.told;
  }
};

test("what is to be told is told once to each it is for, in the title that stands, and not at all without the tick", async () => {
  const quiet = await save();
  await publish(quiet.announcement, quiet.version);
  const { announcement, version } = await save();
  await publishTold(announcement, version);
  await publishTold(announcement, version);
  const told = await Promise.all([tell(), tell(), tell()]);
  const [{ members } = { members: 0 }] = await desk.sql<{ members: number }>("select count(*)::integer as members from identity.members where status not in ('closed', 'claimed')");
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(members);
  expect(await tell()).toBe(0);
  expect(await notices(quiet.announcement)).toEqual([]);
  expect(await notices(announcement)).toMatchObject([{ kind: "system", template: "announcement", facts: { titles: { en: "News" } } }]);
  expect(await notices(announcement, bo)).toHaveLength(1);
  await save({ announcement }, { title_en: "Other news", body_en: "Words", title_es: "Otras", body_es: "Palabras" });
  expect((await notices(announcement))[0]?.facts.titles).toEqual({ en: "Other news", es: "Otras" });
  expect(await tell()).toBe(0);
});

test("members are told when it begins, and those alone whom it is for", async () => {
  const later = await save({ from: "2027-03-20" });
  await publishTold(later.announcement, later.version);
  const some = await save({ audience: "investing" });
  await publishTold(some.announcement, some.version);
  expect(await tell(), "ann has invested").toBe(1);
  expect([await notices(some.announcement), await notices(some.announcement, bo)].map(({ length }) => length)).toEqual([1, 0]);
  await desk.clock("2027-03-20T00:00:00Z");
  expect(await tell()).toBeGreaterThan(0);
  expect(await notices(later.announcement)).toHaveLength(1);
});

test("notices go when it is withdrawn, and what is withdrawn, over or a draft is told to nobody", async () => {
  const shown = await save();
  await publishTold(shown.announcement, shown.version);
  await tell();
  expect(await notices(shown.announcement)).toHaveLength(1);
  const before = await save();
  await publishTold(before.announcement, before.version);
  for (const one of [shown, before]) await withdraw(one.announcement);
  const over = await save({ until: "2027-03-21" });
  await publishTold(over.announcement, over.version);
  await save();
  await desk.clock("2027-03-22T00:00:00Z");
  expect(await tell()).toBe(0);
  for (const one of [shown, before, over]) expect(await notices(one.announcement)).toEqual([]);
});

test("writing, publishing and withdrawing are for who may", async () => {
  const { announcement } = await save();
  operations = await desk.staff("support");
  for (const ask of [() => save(), () => publish(announcement, 1), () => withdraw(announcement)]) expect(await refused(ask())).toBe("not_permitted");
  expect(await standing(announcement)).toBe("draft");
});
